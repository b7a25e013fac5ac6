package io.tenantry.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void the_audit_is_kept_for_a_year_and_what_else_is_over_for_30_days() {
        assertThat(Retention.STANDARD)
                .isEqualTo(new Retention(Duration.ofDays(365), Duration.ofDays(30), Duration.ofDays(30)));
    }

    @Test
    void nothing_can_be_kept_for_no_time() {
        for (Duration none : List.of(Duration.ZERO, DAY.negated())) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Retention(none, DAY, DAY));
            assertThatIllegalArgumentException().isThrownBy(() -> new Retention(DAY, none, DAY));
            assertThatIllegalArgumentException().isThrownBy(() -> new Retention(DAY, DAY, none));
        }
    }
}
