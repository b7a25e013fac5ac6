package io.tenantry.domain.failure;

/** No access token, or one that no longer holds. */
public final class Unauthenticated extends DomainFailure {

    public Unauthenticated() {
        super("unauthenticated", "Authentication required");
    }
}
