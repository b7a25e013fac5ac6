package io.tenantry.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    private final RandomGenerator random = UniqueFixture.random();

    @Test
    void version_and_variant_and_time_are_those_of_RFC_9562() {
        UUID id = UuidV7.next(NOW, random);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void the_example_of_RFC_9562_appendix_A_6_is_made() {
        RandomGenerator example = new RandomGenerator() {
            private long next = 0xCC3L;

            @Override
            public long nextLong() {
                long value = next;
                next = 0x18C4_DC0C_0C07_398FL;
                return value;
            }
        };

        assertThat(UuidV7.next(Instant.ofEpochMilli(0x017F_22E2_79B0L), example))
                .hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    @Test
    void ids_of_one_millisecond_differ() {
        assertThat(Stream.generate(() -> UuidV7.next(NOW, random)).limit(10_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_later_id_comes_after_an_earlier_one_as_text() {
        assertThat(UuidV7.next(NOW.plusMillis(1), random).toString())
                .isGreaterThan(UuidV7.next(NOW, random).toString());
    }

    @Test
    void every_kind_of_id_is_one_and_shows_as_it() {
        assertThat(UserId.next(NOW, random).value().version()).isEqualTo(7);
        assertThat(TenantId.next(NOW, random).value().version()).isEqualTo(7);
        assertThat(SessionId.next(NOW, random).value().version()).isEqualTo(7);
        assertThat(MailId.next(NOW, random).value().version()).isEqualTo(7);
        UUID id = UuidV7.next(NOW, random);
        assertThat(Stream.of(new UserId(id), new TenantId(id), new SessionId(id), new MailId(id)))
                .allMatch(named -> named.toString().equals(id.toString()));
    }
}
