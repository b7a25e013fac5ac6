package io.tenantry.domain.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.passkey.Ceremony.Purpose;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CeremonyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UserId user = UserFixture.aUser().id();

    @Test
    void R_E8_a_ceremony_serves_its_own_purpose_alone() {
        assertThat(of(Optional.of(user)).serves(Purpose.REGISTRATION, Optional.of(user), NOW))
                .isTrue();
        assertThat(of(Optional.of(user)).serves(Purpose.SIGN_IN, Optional.of(user), NOW))
                .isFalse();
    }

    @Test
    void R_E8_a_ceremony_serves_its_own_user_alone() {
        UserId other = UserFixture.aUser().id();

        assertThat(of(Optional.of(user)).serves(Purpose.REGISTRATION, Optional.of(other), NOW))
                .isFalse();
        assertThat(of(Optional.of(user)).serves(Purpose.REGISTRATION, Optional.empty(), NOW))
                .isFalse();
        assertThat(of(Optional.empty()).serves(Purpose.REGISTRATION, Optional.of(user), NOW))
                .isFalse();
    }

    @Test
    void R_E4_a_ceremony_is_over_after_five_minutes() {
        Instant end = NOW.plusSeconds(300);

        assertThat(of(Optional.empty()).serves(Purpose.REGISTRATION, Optional.empty(), end.minusNanos(1)))
                .isTrue();
        assertThat(of(Optional.empty()).serves(Purpose.REGISTRATION, Optional.empty(), end))
                .isFalse();
    }

    private static Ceremony of(Optional<UserId> by) {
        return new Ceremony(
                TokenDigest.of("ceremony"), Purpose.REGISTRATION, by, "request", NOW.plus(Ceremony.LIFETIME));
    }
}
