package io.tenantry.domain.failure;

/**
 * An account has the address: of an invitation that somebody accepts who is not signed in, or which a provider vouches for, that was
 * not linked and has not verified it.
 */
public final class AccountExists extends DomainFailure {

    public AccountExists() {
        super("account_exists", "An account with this address exists; sign in to it first");
    }
}
