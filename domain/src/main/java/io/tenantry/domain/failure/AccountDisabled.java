package io.tenantry.domain.failure;

/** An operator has disabled the account. Told only to who knows its password. */
public final class AccountDisabled extends DomainFailure {

    public AccountDisabled() {
        super("account_disabled", "This account is disabled");
    }
}
