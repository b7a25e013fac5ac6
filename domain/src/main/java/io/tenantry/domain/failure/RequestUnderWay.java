package io.tenantry.domain.failure;

import java.time.Duration;

/** The same request came before, and is not answered yet. */
public final class RequestUnderWay extends DomainFailure {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    public RequestUnderWay() {
        super("request_under_way", "The same request is being served, try again later");
    }

    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
