package io.tenantry.domain.failure;

/** An account has the address that a provider vouches for, but was not linked, and has not verified it. */
public final class AccountExists extends DomainFailure {

    public AccountExists() {
        super("account_exists", "An account with this address exists; sign in to it and link the provider there");
    }
}
