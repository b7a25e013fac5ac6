package io.tenantry.domain.failure;

/** The account at the provider is linked already. */
public final class IdentityTaken extends DomainFailure {

    public IdentityTaken() {
        super("conflict", "This account is linked already");
    }
}
