package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.FirstCall;
import io.tenantry.domain.idempotency.KeyedCall;
import io.tenantry.domain.idempotency.KeyedCallFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.idempotency.KeyedCalls} must do. */
public abstract class KeyedCallsContract extends PortContract {

    /** Long before anything that other tests of a run leave behind. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private static final String ANSWER = "{\"key\":\"tk_1\",\"name\":\"Grüße 👋\"}";

    @Test
    void what_was_begun_is_known_by_its_times_and_has_neither_made_nor_answered_anything() {
        Attempt attempt = begun(KeyedCallFixture.aCall());

        assertThat(held(attempt.call()))
                .contains(new FirstCall(true, false, attempt.leaseEndsAt(), attempt.expiresAt(), Optional.empty()));
    }

    @Test
    void a_call_that_never_came_is_not_known() {
        assertThat(held(KeyedCallFixture.aCall())).isEmpty();
    }

    @Test
    void a_call_is_begun_once() {
        Attempt first = begun(KeyedCallFixture.aCall());

        assertThat(begin(KeyedCallFixture.at(first.call()))).isFalse();
        assertThat(begin(KeyedCallFixture.at(KeyedCallFixture.withBody(first.call(), "other"))))
                .isFalse();
    }

    @Test
    void of_twenty_that_begin_a_call_in_parallel_exactly_one_does() throws Exception {
        KeyedCall call = KeyedCallFixture.aCall();

        List<Boolean> begun = InParallel.run(20, number -> begin(KeyedCallFixture.at(call)));

        assertThat(begun).containsOnlyOnce(true);
    }

    @Test
    void another_caller_operation_or_key_is_another_call() {
        KeyedCall call = begun(KeyedCallFixture.aCall()).call();

        for (KeyedCall other : List.of(
                new KeyedCall("user another", call.operation(), call.key(), call.body()),
                new KeyedCall(call.caller(), "POST /others", call.key(), call.body()),
                new KeyedCall(call.caller(), call.operation(), KeyedCallFixture.aKey(), call.body()))) {
            assertThat(held(other)).isEmpty();
            begun(other);
        }
    }

    @Test
    void another_body_is_told_and_hears_no_answer() {
        Attempt attempt = begun(KeyedCallFixture.aCall());
        doOutside(() -> ports().keyedCalls().keep(attempt, ANSWER));

        FirstCall known =
                held(KeyedCallFixture.withBody(attempt.call(), "other")).orElseThrow();

        assertThat(known.sameBody()).isFalse();
        assertThat(known.answer()).isEmpty();
    }

    @Test
    void a_kept_answer_comes_back_letter_by_letter() {
        Attempt attempt = begun(KeyedCallFixture.aCall());

        doOutside(() -> ports().keyedCalls().keep(attempt, ANSWER));

        FirstCall known = held(attempt.call()).orElseThrow();
        assertThat(known.answer()).contains(ANSWER);
        assertThat(known.made()).isTrue();
    }

    @Test
    void what_is_made_during_a_call_is_noted_if_its_transaction_commits_and_not_otherwise() {
        Attempt attempt = begun(KeyedCallFixture.aCall());
        User user = UserFixture.aUser();

        Rollback.of(() -> during(
                attempt,
                () -> doOutside(() -> {
                    ports().users().add(user);
                    ports().keyedCalls().made();
                    throw new Rollback();
                })));
        assertThat(held(attempt.call()).orElseThrow().made()).isFalse();
        assertThat(outside(() -> ports().users().find(user.id()))).isEmpty();

        during(attempt, () -> make(user));
        assertThat(held(attempt.call()).orElseThrow().made()).isTrue();
        assertThat(outside(() -> ports().users().find(user.id()))).isPresent();
    }

    @Test
    void who_is_at_work_for_no_call_notes_nothing_and_nothing_is_left_of_one_that_was() {
        Attempt attempt = begun(KeyedCallFixture.aCall());
        ports().keyedCalls().during(attempt, () -> true);

        make(UserFixture.aUser());

        assertThat(held(attempt.call()).orElseThrow().made()).isFalse();
    }

    @Test
    void work_within_a_transaction_or_within_other_work_is_refused() {
        Attempt attempt = begun(KeyedCallFixture.aCall());
        Attempt other = begun(KeyedCallFixture.aCall());

        assertThatThrownBy(() -> outside(() -> ports().keyedCalls().during(attempt, () -> true)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports().keyedCalls()
                        .during(attempt, () -> ports().keyedCalls().during(other, () -> true)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_was_taken_over_makes_nothing_any_more() {
        Attempt late = begun(KeyedCallFixture.aCall());
        Attempt next = takenOver(late);
        User user = UserFixture.aUser();

        assertThatThrownBy(() -> during(late, () -> make(user))).isInstanceOf(RequestUnderWay.class);
        doOutside(() -> {
            ports().keyedCalls().keep(late, ANSWER);
            ports().keyedCalls().giveUp(late);
        });

        assertThat(outside(() -> ports().users().find(user.id()))).isEmpty();
        assertThat(held(next.call()))
                .contains(new FirstCall(true, false, next.leaseEndsAt(), next.expiresAt(), Optional.empty()));
    }

    @Test
    void who_begins_again_forgets_body_and_answer_of_the_one_before() {
        Attempt before = begun(KeyedCallFixture.aCall());
        doOutside(() -> ports().keyedCalls().keep(before, ANSWER));
        KeyedCall other = KeyedCallFixture.withBody(before.call(), "other");

        takenOver(KeyedCallFixture.at(other));

        assertThat(held(other).orElseThrow().made()).isFalse();
        assertThat(held(other).orElseThrow().answer()).isEmpty();
        assertThat(held(before.call()).orElseThrow().sameBody()).isFalse();
    }

    @Test
    void what_is_given_up_is_forgotten_unless_something_was_made() {
        Attempt nothing = begun(KeyedCallFixture.aCall());
        Attempt something = begun(KeyedCallFixture.aCall());
        during(something, () -> make(UserFixture.aUser()));

        doOutside(() -> {
            ports().keyedCalls().giveUp(nothing);
            ports().keyedCalls().giveUp(something);
        });

        assertThat(held(nothing.call())).isEmpty();
        assertThat(held(something.call()).orElseThrow().made()).isTrue();
        begun(nothing.call());
    }

    @Test
    void those_that_expired_are_removed_as_many_as_are_asked_for() {
        Instant stays = LONG_AGO.plusSeconds(2);
        begun(KeyedCallFixture.at(KeyedCallFixture.aCall(), LONG_AGO));
        begun(KeyedCallFixture.at(KeyedCallFixture.aCall(), LONG_AGO.plusSeconds(1)));
        Attempt kept = begun(KeyedCallFixture.at(KeyedCallFixture.aCall(), stays));

        assertThat(removeExpired(stays, 1)).isEqualTo(1);
        assertThat(removeExpired(stays, 10)).isEqualTo(1);
        assertThat(removeExpired(stays, 10)).isZero();
        assertThat(held(kept.call())).isPresent();
        removeExpired(stays.plusSeconds(1), 10);
    }

    private int removeExpired(Instant begunBefore, int limit) {
        return outside(() -> ports().keyedCalls().removeExpired(begunBefore.plus(Attempt.KEPT), limit));
    }

    private User make(User user) {
        return outside(() -> {
            ports().users().add(user);
            ports().keyedCalls().made();
            return user;
        });
    }

    private void during(Attempt attempt, Runnable work) {
        ports().keyedCalls().during(attempt, () -> {
            work.run();
            return true;
        });
    }

    private Attempt takenOver(Attempt before) {
        Attempt next = KeyedCallFixture.at(before.call());
        doOutside(() -> {
            ports().keyedCalls().hold(next.call());
            ports().keyedCalls().beginAgain(next);
        });
        return next;
    }

    private Attempt begun(KeyedCall call) {
        return begun(KeyedCallFixture.at(call));
    }

    private Attempt begun(Attempt attempt) {
        assertThat(begin(attempt)).isTrue();
        return attempt;
    }

    private boolean begin(Attempt attempt) {
        return outside(() -> ports().keyedCalls().begin(attempt));
    }

    private Optional<FirstCall> held(KeyedCall call) {
        Optional<FirstCall> held = outside(() -> ports().keyedCalls().hold(call));
        assertThat(outside(() -> ports().keyedCalls().find(call))).isEqualTo(held);
        return held;
    }
}
