package io.tenantry.domain.failure;

/** The password was right, but the address must be verified before its user signs in. */
public final class EmailNotVerified extends DomainFailure {

    public EmailNotVerified() {
        super("email_not_verified", "Email not verified");
    }
}
