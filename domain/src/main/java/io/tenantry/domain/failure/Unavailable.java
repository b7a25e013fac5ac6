package io.tenantry.domain.failure;

import java.time.Duration;

/** The database, or another thing that the core needs, does not answer now. Trying again later helps. */
public final class Unavailable extends DomainFailure {

    private final transient Duration retryAfter;

    /** @param retryAfter how long a caller should wait; at least one second when told over HTTP */
    public Unavailable(Duration retryAfter) {
        super("unavailable", "The service is temporarily unavailable");
        this.retryAfter = retryAfter;
    }

    /** As {@link #Unavailable(Duration)}, for the log with what caused it. */
    public Unavailable(Duration retryAfter, Throwable cause) {
        super("unavailable", "The service is temporarily unavailable", cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
