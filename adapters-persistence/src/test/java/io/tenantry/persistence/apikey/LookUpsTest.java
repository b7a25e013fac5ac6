package io.tenantry.persistence.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Throttled;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LookUpsTest {

    @Test
    void a_quarter_of_the_connections_look_up_at_once_and_who_comes_then_waits_a_second() {
        LookUps lookUps = LookUps.on(12);
        Supplier<String> three = () -> lookUps.oneMore(() -> lookUps.oneMore(() -> lookUps.oneMore(() -> "three")));
        assertThat(three.get()).isEqualTo("three");

        assertThatThrownBy(() -> lookUps.oneMore(three))
                .isInstanceOfSatisfying(
                        Throttled.class, late -> assertThat(late.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void two_look_up_at_once_however_few_connections_there_are() {
        LookUps lookUps = LookUps.on(1);

        assertThat(lookUps.oneMore(() -> lookUps.oneMore(() -> "two"))).isEqualTo("two");
    }

    @Test
    void one_that_fails_leaves_its_turn_to_another() {
        LookUps lookUps = LookUps.on(1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> lookUps.oneMore(() -> {
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
        }

        assertThat(lookUps.oneMore(() -> "found")).isEqualTo("found");
    }
}
