package io.tenantry.domain.contract;

import static io.tenantry.domain.apikey.KeyGuesses.MOST_IN_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.apikey.KeyGuesses} must do. */
public abstract class KeyGuessesContract extends PortContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Instant now = TimeFixture.now();
    private final AddressBlock here = aBlock();

    @Test
    void who_never_showed_a_wrong_key_need_not_wait() {
        assertThat(toWait(here, now)).isZero();
    }

    @Test
    void an_address_waits_once_it_has_shown_so_many_wrong_ones_and_a_minute_at_most() {
        fail(MOST_IN_A_MINUTE - 1, now);
        assertThat(toWait(here, now)).isZero();

        fail(1, now);

        assertThat(toWait(here, now)).isPositive().isLessThanOrEqualTo(MINUTE);
    }

    @Test
    void after_the_time_that_it_was_told_it_need_not_wait_any_more() {
        fail(MOST_IN_A_MINUTE, now);

        Instant after = now.plus(toWait(here, now));

        assertThat(toWait(here, after.minusMillis(1))).isPositive();
        assertThat(toWait(here, after)).isZero();
        fail(1, after);
        assertThat(toWait(here, after)).isZero();
    }

    @Test
    void what_was_shown_more_than_a_minute_ago_does_not_count() {
        fail(MOST_IN_A_MINUTE - 1, now);

        Instant later = now.plus(MINUTE).plusMillis(1);
        fail(MOST_IN_A_MINUTE - 1, later);

        assertThat(toWait(here, later)).isZero();
    }

    @Test
    void another_address_need_not_wait() {
        fail(MOST_IN_A_MINUTE, now);

        assertThat(toWait(aBlock(), now)).isZero();
    }

    @Test
    void of_many_that_count_in_parallel_none_is_lost() throws Exception {
        InParallel.run(MOST_IN_A_MINUTE / 10, number -> {
            fail(10, now);
            return number;
        });

        assertThat(toWait(here, now)).isPositive();
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            ports().keyGuesses().failed(here, at);
        }
    }

    private Duration toWait(AddressBlock from, Instant at) {
        return ports().keyGuesses().toWait(from, at);
    }

    private static AddressBlock aBlock() {
        return new AddressBlock(UUID.randomUUID().toString());
    }
}
