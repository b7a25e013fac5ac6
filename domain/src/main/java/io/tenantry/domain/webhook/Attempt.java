package io.tenantry.domain.webhook;

import java.util.Optional;

/**
 * What came of one try.
 *
 * @param status of the HTTP answer, if there was one
 * @param error why it failed; empty if it succeeded
 */
public record Attempt(Optional<Integer> status, Optional<DeliveryError> error) {

    private static final int GONE = 410;

    /** Success is 200 to 299. */
    public static Attempt answered(int status) {
        return new Attempt(
                Optional.of(status), status / 100 == 2 ? Optional.empty() : Optional.of(DeliveryError.STATUS));
    }

    public static Attempt failed(DeliveryError error) {
        return new Attempt(Optional.empty(), Optional.of(error));
    }

    public boolean succeeded() {
        return error.isEmpty();
    }

    /** Whether the receiver wants nothing any more (RFC 9110, section 15.5.11). */
    public boolean gone() {
        return status.filter(code -> code == GONE).isPresent();
    }
}
