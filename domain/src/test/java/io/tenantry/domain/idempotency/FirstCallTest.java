package io.tenantry.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.AnswerLost;
import io.tenantry.domain.failure.IdempotencyKeyReused;
import io.tenantry.domain.failure.RequestUnderWay;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstCallTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LEASE_ENDS = NOW.plus(Attempt.LEASE);
    private static final Instant EXPIRES = NOW.plus(Attempt.KEPT);
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void a_kept_answer_is_given_again_until_it_expires() {
        FirstCall answered = first(true, true, Optional.of("answer"));

        assertThat(answered.answerAt(NOW)).contains("answer");
        assertThat(answered.answerAt(EXPIRES.minusNanos(1))).contains("answer");
        assertThat(answered.answerAt(EXPIRES)).isEmpty();
    }

    @Test
    void while_the_first_is_at_work_nobody_else_tries() {
        for (boolean made : new boolean[] {false, true}) {
            assertThatThrownBy(() -> first(true, made, NONE).answerAt(LEASE_ENDS.minusNanos(1)))
                    .isInstanceOf(RequestUnderWay.class);
        }
    }

    @Test
    void who_died_before_anything_was_made_is_followed_by_the_next() {
        assertThat(first(true, false, NONE).answerAt(LEASE_ENDS)).isEmpty();
    }

    @Test
    void who_died_after_it_was_made_is_followed_by_nobody_until_a_day_is_over() {
        FirstCall made = first(true, true, NONE);

        assertThatThrownBy(() -> made.answerAt(LEASE_ENDS)).isInstanceOf(AnswerLost.class);
        assertThatThrownBy(() -> made.answerAt(EXPIRES.minusNanos(1))).isInstanceOf(AnswerLost.class);
        assertThat(made.answerAt(EXPIRES)).isEmpty();
    }

    @Test
    void another_body_is_refused_whatever_has_become_of_the_first() {
        for (boolean made : new boolean[] {false, true}) {
            FirstCall another = first(false, made, NONE);
            assertThatThrownBy(() -> another.answerAt(NOW)).isInstanceOf(IdempotencyKeyReused.class);
            assertThatThrownBy(() -> another.answerAt(LEASE_ENDS)).isInstanceOf(IdempotencyKeyReused.class);
            assertThat(another.answerAt(EXPIRES)).isEmpty();
        }
    }

    @Test
    void R16_2_5_an_answer_is_never_shown() {
        assertThat(first(true, true, Optional.of("tk_secret")).toString()).doesNotContain("tk_secret");
        assertThat(new MakeOnce.Answer("tk_secret", true).toString()).doesNotContain("tk_secret");
    }

    private static FirstCall first(boolean sameBody, boolean made, Optional<String> answer) {
        return new FirstCall(sameBody, made, LEASE_ENDS, EXPIRES, answer);
    }
}
