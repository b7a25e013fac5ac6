package io.tenantry.domain.idempotency;

import io.tenantry.domain.failure.AnswerLost;
import io.tenantry.domain.failure.IdempotencyKeyReused;
import io.tenantry.domain.failure.RequestUnderWay;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the call that came first under a key.
 *
 * @param sameBody whether it is the one that is asked about, and not another under the same key
 * @param made whether what it asked for was made
 * @param answer what it was answered, if that was kept
 */
public record FirstCall(
        boolean sameBody, boolean made, Instant leaseEndsAt, Instant expiresAt, Optional<String> answer) {

    /**
     * What a repetition is answered; empty if it is to be tried as if it were the first: that one has failed, or is long ago.
     *
     * @throws IdempotencyKeyReused if the key was another call's
     * @throws RequestUnderWay while the first is not answered yet
     * @throws AnswerLost if it has made what was asked for, and did not live to tell: never is it made twice
     */
    public Optional<String> answerAt(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Optional.empty();
        }
        if (!sameBody) {
            throw new IdempotencyKeyReused();
        }
        if (answer.isEmpty()) {
            requireOver(now);
        }
        return answer;
    }

    private void requireOver(Instant now) {
        if (now.isBefore(leaseEndsAt)) {
            throw new RequestUnderWay();
        }
        if (made) {
            throw new AnswerLost();
        }
    }

    @Override
    public String toString() {
        return "FirstCall[sameBody=" + sameBody + ", made=" + made + "]";
    }
}
