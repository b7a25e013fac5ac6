package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final Instant NOW = Instant.parse("2026-01-30T12:00:00Z");

    private final SigningKey first = signsFrom(NOW.minus(Duration.ofDays(90)));
    private final SigningKey second = signsFrom(NOW);
    private final SigningKey toCome = signsFrom(NOW.plusMillis(1));

    @Test
    void the_newest_that_is_not_to_come_signs() {
        assertThat(SigningKey.signing(List.of(toCome, second, first), NOW)).contains(second);
        assertThat(SigningKey.signing(List.of(toCome, first), NOW)).contains(first);
        assertThat(SigningKey.signing(List.of(toCome, first), toCome.signsFrom()))
                .contains(toCome);
    }

    @Test
    void by_a_clock_that_is_behind_the_oldest_signs() {
        assertThat(SigningKey.signing(
                        List.of(toCome, second), second.signsFrom().minusMillis(1)))
                .contains(second);
    }

    @Test
    void where_there_is_none_none_signs() {
        assertThat(SigningKey.signing(List.of(), NOW)).isEmpty();
    }

    private static SigningKey signsFrom(Instant when) {
        SigningKey any = SigningKeyFixture.aKey();
        return new SigningKey(any.id(), any.pair(), NOW.minus(Duration.ofDays(100)), when);
    }
}
