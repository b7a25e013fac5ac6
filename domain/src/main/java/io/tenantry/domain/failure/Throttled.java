package io.tenantry.domain.failure;

import java.time.Duration;

/** Too often in too short a time. The same for accounts that do not exist. */
public final class Throttled extends DomainFailure {

    private final transient Duration retryAfter;

    /** @param retryAfter how long a caller must wait; at least one second when told over HTTP */
    public Throttled(Duration retryAfter) {
        super("throttled", "Too many attempts, try again later");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
