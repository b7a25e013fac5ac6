package io.tenantry.domain.contract;

import static io.tenantry.domain.apikey.KeyGuesses.MOST_IN_A_MINUTE;
import static io.tenantry.domain.apikey.KeyGuesses.MOST_IN_A_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.apikey.KeyGuesses} must do. */
public abstract class KeyGuessesContract extends PortContract {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long TRIES = 3 * MOST_IN_A_SECOND;

    private final Instant now = TimeFixture.now();
    private final AddressBlock here = aBlock();

    @Test
    void who_never_showed_a_wrong_key_need_not_wait() {
        assertThat(toWait(here, now)).isZero();
    }

    @Test
    void an_address_is_slowed_once_it_has_shown_so_many_wrong_ones_but_never_stopped() {
        fail(MOST_IN_A_MINUTE - 1, now);
        assertThat(lookUps(now)).isEqualTo(TRIES);

        fail(1, now);

        assertThat(lookUps(now)).isEqualTo(MOST_IN_A_SECOND);
        assertThat(toWait(here, now)).isPositive().isLessThanOrEqualTo(SECOND);
    }

    @Test
    void after_the_time_that_it_was_told_so_many_more_are_looked_up() {
        fail(MOST_IN_A_MINUTE, now);
        lookUps(now);

        Instant after = now.plus(toWait(here, now));

        assertThat(toWait(here, after.minusMillis(1))).isPositive();
        assertThat(lookUps(after)).isEqualTo(MOST_IN_A_SECOND);
    }

    @Test
    void a_minute_after_the_first_wrong_one_it_is_not_slowed_any_more() {
        fail(MOST_IN_A_MINUTE, now);
        assertThat(lookUps(now.plus(MINUTE).minusMillis(1))).isEqualTo(MOST_IN_A_SECOND);

        fail(1, now.plus(MINUTE));

        assertThat(lookUps(now.plus(MINUTE))).isEqualTo(TRIES);
    }

    @Test
    void what_was_shown_more_than_a_minute_ago_does_not_count() {
        fail(MOST_IN_A_MINUTE - 1, now);

        Instant later = now.plus(MINUTE).plusMillis(1);
        fail(MOST_IN_A_MINUTE - 1, later);

        assertThat(lookUps(later)).isEqualTo(TRIES);
    }

    @Test
    void another_address_need_not_wait() {
        fail(MOST_IN_A_MINUTE, now);
        lookUps(now);

        assertThat(toWait(aBlock(), now)).isZero();
    }

    @Test
    void of_many_that_count_in_parallel_none_is_lost() throws Exception {
        InParallel.run(MOST_IN_A_MINUTE / 10, number -> {
            fail(10, now);
            return number;
        });

        assertThat(lookUps(now)).isEqualTo(MOST_IN_A_SECOND);
    }

    @Test
    void of_many_that_look_up_in_parallel_no_more_are_let_pass() throws Exception {
        fail(MOST_IN_A_MINUTE, now);

        List<Long> passed = InParallel.run(8, number -> lookUps(now));

        assertThat(passed.stream().mapToLong(Long::longValue).sum()).isEqualTo(MOST_IN_A_SECOND);
    }

    @Test
    void that_a_key_was_opened_is_known_for_an_hour_after_the_last_time() {
        ApiKeyId key = ApiKeyFixture.aSecret().key();
        assertThat(wasOpened(key, now)).isFalse();
        ports().keyGuesses().opened(key, now.minusSeconds(10));
        ports().keyGuesses().opened(key, now);

        assertThat(wasOpened(key, now.plus(HOUR).minusMillis(1))).isTrue();
        assertThat(wasOpened(key, now.plus(HOUR))).isFalse();
        assertThat(wasOpened(ApiKeyFixture.aSecret().key(), now)).isFalse();
    }

    private boolean wasOpened(ApiKeyId key, Instant at) {
        return ports().keyGuesses().wasOpened(key, at);
    }

    /** How many of some tries need not wait. */
    private long lookUps(Instant at) {
        return Stream.generate(() -> toWait(here, at))
                .limit(TRIES)
                .filter(Duration::isZero)
                .count();
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
