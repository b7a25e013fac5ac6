package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotpEnrolmentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final TotpEnrolment begun =
            TotpEnrolment.begin(UserFixture.aUser().id(), TotpSecret.generate(UniqueFixture.random()), NOW);

    @Test
    void R_T5_it_counts_only_after_its_first_code() {
        TotpEnrolment confirmed = begun.confirmed(7, NOW.plusSeconds(60));

        assertThat(begun.isConfirmed()).isFalse();
        assertThat(confirmed.isConfirmed()).isTrue();
        assertThat(confirmed.confirmedAt()).contains(NOW.plusSeconds(60));
        assertThat(confirmed.createdAt()).isEqualTo(NOW);
    }

    @Test
    void R_T2_the_step_of_the_last_code_is_kept_from_the_first_one_on() {
        TotpEnrolment confirmed = begun.confirmed(7, NOW);

        assertThat(begun.lastStep()).isZero();
        assertThat(confirmed.lastStep()).isEqualTo(7);
        assertThat(confirmed.used(8))
                .isEqualTo(new TotpEnrolment(begun.user(), begun.secret(), NOW, Optional.of(NOW), 8));
    }

    @Test
    void R16_2_5_it_does_not_show_its_secret() {
        assertThat(begun.toString()).doesNotContain(begun.secret().base32()).contains("TotpSecret[redacted]");
    }
}
