package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.throttle.Throttle;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.throttle.Throttles} must do. */
public abstract class ThrottlesContract extends PortContract {

    /** So long ago that no other test's counter is removed. */
    private static final Instant ANCIENT = Instant.parse("1980-01-01T00:00:00Z");

    private final Instant now = TimeFixture.now();

    @Test
    void what_was_never_counted_has_no_counter_and_a_fresh_one_when_it_is_held() {
        ThrottleKey key = aKey();

        assertThat(find(key)).isEmpty();
        assertThat(outside(() -> ports().throttles().hold(key, now))).isEqualTo(Throttle.fresh(now));
    }

    @Test
    void a_counter_that_was_held_and_not_kept_is_none_and_begins_when_it_is_held_again() {
        ThrottleKey key = aKey();
        doOutside(() -> ports().throttles().hold(key, now));

        assertThat(find(key)).isEmpty();
        assertThat(outside(() -> ports().throttles().hold(key, now.plusSeconds(9))))
                .isEqualTo(Throttle.fresh(now.plusSeconds(9)));
    }

    @Test
    void a_counter_is_found_and_held_as_it_was_kept() {
        ThrottleKey key = aKey();
        for (Throttle throttle : new Throttle[] {
            new Throttle(1, now, Optional.empty()),
            new Throttle(10, now, Optional.of(now.plusSeconds(60))),
            new Throttle(Integer.MAX_VALUE, now.plusSeconds(1), Optional.of(now)),
            new Throttle(2, now, Optional.empty())
        }) {
            keep(key, throttle);

            assertThat(find(key)).contains(throttle);
            assertThat(outside(() -> ports().throttles().hold(key, now.plusSeconds(5))))
                    .isEqualTo(throttle);
        }
    }

    @Test
    void counters_of_other_keys_are_left() {
        ThrottleKey key = aKey();
        ThrottleKey other = aKey();
        keep(other, new Throttle(3, now, Optional.empty()));

        keep(key, new Throttle(1, now, Optional.empty()));
        forget(key);

        assertThat(find(key)).isEmpty();
        assertThat(find(other)).contains(new Throttle(3, now, Optional.empty()));
    }

    @Test
    void a_counter_is_in_reach_of_every_scope() {
        ThrottleKey key = aKey();

        doIn(storedTenant().id(), () -> count(key));

        assertThat(across(() -> ports().throttles().find(key)))
                .map(Throttle::count)
                .contains(1);
    }

    @Test
    void what_was_rolled_back_was_not_counted() {
        ThrottleKey key = aKey();
        Rollback.of(() -> doOutside(() -> {
            count(key);
            throw new Rollback();
        }));

        assertThat(find(key)).isEmpty();
    }

    @Test
    void R6_3_1_of_twenty_that_count_in_parallel_none_is_lost() throws Exception {
        ThrottleKey key = aKey();

        InParallel.run(20, number -> outside(() -> count(key)));

        assertThat(find(key)).map(Throttle::count).contains(20);
    }

    @Test
    void R6_3_1_whoever_holds_a_counter_that_another_holds_waits_and_sees_what_it_did() throws Exception {
        ThrottleKey key = aKey();

        Throttle seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    Throttle held = ports().throttles().hold(key, now);
                    midst.run();
                    ports().throttles().keep(key, held.counted(key.kind().rule(), now));
                }),
                () -> outside(() -> ports().throttles().hold(key, now)));

        assertThat(seen).isEqualTo(new Throttle(1, now, Optional.empty()));
    }

    @Test
    void whoever_waited_for_a_counter_that_was_forgotten_holds_a_fresh_one() throws Exception {
        ThrottleKey key = aKey();
        keep(key, new Throttle(7, now, Optional.empty()));
        Instant later = now.plusSeconds(1);

        Throttle seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().throttles().hold(key, now);
                    midst.run();
                    ports().throttles().forget(key);
                }),
                () -> outside(() -> {
                    Throttle held = ports().throttles().hold(key, later);
                    ports().throttles().keep(key, held.counted(key.kind().rule(), later));
                    return held;
                }));

        assertThat(seen).isEqualTo(Throttle.fresh(later));
        assertThat(find(key)).contains(new Throttle(1, later, Optional.empty()));
    }

    @Test
    void several_may_forget_one_counter_at_once() throws Exception {
        ThrottleKey key = aKey();
        keep(key, new Throttle(7, now, Optional.empty()));

        InParallel.run(
                20,
                number -> outside(() -> {
                    ports().throttles().forget(key);
                    return number;
                }));

        assertThat(find(key)).isEmpty();
    }

    @Test
    void counters_whose_time_is_over_are_removed_so_many_at_once_and_no_others() {
        ThrottleKey over = aKey();
        ThrottleKey waitOver = aKey();
        ThrottleKey young = aKey();
        ThrottleKey waiting = aKey();
        keep(over, new Throttle(1, ANCIENT.minusSeconds(1), Optional.empty()));
        keep(waitOver, new Throttle(9, ANCIENT.minusSeconds(9), Optional.of(ANCIENT.minusSeconds(2))));
        keep(young, new Throttle(1, ANCIENT, Optional.empty()));
        keep(waiting, new Throttle(9, ANCIENT.minusSeconds(9), Optional.of(ANCIENT.plusSeconds(1))));

        assertThat(removeOver(1)).isEqualTo(1);
        assertThat(removeOver(9)).isEqualTo(1);
        assertThat(removeOver(9)).isZero();

        assertThat(find(over)).isEmpty();
        assertThat(find(waitOver)).isEmpty();
        assertThat(find(young)).isPresent();
        assertThat(find(waiting)).isPresent();
        forget(young);
        forget(waiting);
    }

    private static ThrottleKey aKey() {
        return ThrottleKey.account(UserFixture.anAddress(), Optional.empty());
    }

    private Throttle count(ThrottleKey key) {
        Throttle counted = ports().throttles().hold(key, now).counted(ThrottleKind.ACCOUNT.rule(), now);
        ports().throttles().keep(key, counted);
        return counted;
    }

    private Optional<Throttle> find(ThrottleKey key) {
        return outside(() -> ports().throttles().find(key));
    }

    private void keep(ThrottleKey key, Throttle throttle) {
        doOutside(() -> {
            ports().throttles().hold(key, now);
            ports().throttles().keep(key, throttle);
        });
    }

    private void forget(ThrottleKey key) {
        doOutside(() -> ports().throttles().forget(key));
    }

    private int removeOver(int limit) {
        return outside(() -> ports().throttles().removeOver(ANCIENT, limit));
    }
}
