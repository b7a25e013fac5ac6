package io.tenantry.domain.failure;

/** Without it the user could not sign in any more. */
public final class LastSignInMethod extends DomainFailure {

    public LastSignInMethod() {
        super("conflict", "It is the only way in which you can sign in; set a password first");
    }
}
