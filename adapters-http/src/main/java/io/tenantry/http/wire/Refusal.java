package io.tenantry.http.wire;

import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A failure in no contract's words: what stands between what was thrown and an answer.
 *
 * @param status of HTTP, where a contract documents no other
 * @param code stable, in snake_case
 * @param text for a person
 * @param fields what is wrong with which field, in the order in which it is to be shown
 * @param failure the kind of refusal of the core, if it is one
 * @param retryAfter how long to wait, if trying again helps; at least a second
 * @param secondStep what a sign-in needs that waits for a second factor
 */
public record Refusal(
        int status,
        String code,
        String text,
        Map<String, FieldProblem> fields,
        Optional<Class<? extends DomainFailure>> failure,
        Optional<Duration> retryAfter,
        Optional<SecondStep> secondStep) {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    public static Refusal of(Throwable thrown) {
        if (thrown instanceof DomainFailure failure) {
            return of(failure);
        }
        if (thrown instanceof WireFailure failure) {
            return plain(failure.status(), failure.code(), failure.getMessage());
        }
        return plain(500, "internal_error", "Internal server error");
    }

    /** True for what is the server's fault and not the caller's, an overload aside. */
    public boolean isFault() {
        return status == 500;
    }

    public boolean hasFields() {
        return !fields.isEmpty();
    }

    /** How long to wait, in seconds, rounded up. */
    public Optional<Long> retryAfterSeconds() {
        return retryAfter.map(wait -> wait.plusNanos(999_999_999).toSeconds());
    }

    private static Refusal of(DomainFailure failure) {
        return new Refusal(
                FailureStatus.of(failure.getClass()),
                failure.code(),
                failure.getMessage(),
                failure instanceof InvalidInput invalid ? invalid.problems() : Map.of(),
                Optional.of(failure.getClass()),
                retryAfter(failure).map(Refusal::atLeastASecond),
                failure instanceof MfaRequired required ? Optional.of(SecondStep.of(required)) : Optional.empty());
    }

    private static Refusal plain(int status, String code, String text) {
        Optional<Duration> wait = status == 503 ? Optional.of(SHORTEST_WAIT) : Optional.empty();
        return new Refusal(status, code, text, Map.of(), Optional.empty(), wait, Optional.empty());
    }

    private static Optional<Duration> retryAfter(DomainFailure failure) {
        if (failure instanceof Overloaded overloaded) {
            return Optional.of(overloaded.retryAfter());
        }
        if (failure instanceof Unavailable unavailable) {
            return Optional.of(unavailable.retryAfter());
        }
        if (failure instanceof Throttled throttled) {
            return Optional.of(throttled.retryAfter());
        }
        if (failure instanceof RequestUnderWay underWay) {
            return Optional.of(underWay.retryAfter());
        }
        return Optional.empty();
    }

    private static Duration atLeastASecond(Duration wait) {
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }
}
