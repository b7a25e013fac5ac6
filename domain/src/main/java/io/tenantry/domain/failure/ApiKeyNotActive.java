package io.tenantry.domain.failure;

/** The key is revoked or expired, and cannot be changed any more. */
public final class ApiKeyNotActive extends DomainFailure {

    public ApiKeyNotActive() {
        super("conflict", "This key is revoked or expired");
    }
}
