package io.tenantry.domain.failure;

import java.time.Duration;

/**
 * More is asked at once of what is costly, as hashing a password or decoding a picture, than the server can do in time.
 * Trying again later helps.
 */
public final class Overloaded extends DomainFailure {

    private final transient Duration retryAfter;

    /** @param retryAfter how long a caller should wait; at least one second when told over HTTP */
    public Overloaded(Duration retryAfter) {
        super("overloaded", "Too many costly operations at once");
        this.retryAfter = retryAfter;
    }

    /** As {@link #Overloaded(Duration)}, for the log with what caused it. */
    public Overloaded(Duration retryAfter, Throwable cause) {
        super("overloaded", "Too many costly operations at once", cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
