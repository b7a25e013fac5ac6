package io.tenantry.domain.failure;

/** There are as many of something as there may be. */
public final class LimitReached extends DomainFailure {

    public LimitReached() {
        super("limit_reached", "There are as many as there may be: remove one first");
    }
}
