package io.tenantry.domain.failure;

/** The invitation is for another address than the caller's. */
public final class WrongAccount extends DomainFailure {

    public WrongAccount() {
        super("wrong_account", "This invitation is for another account: sign out first");
    }
}
