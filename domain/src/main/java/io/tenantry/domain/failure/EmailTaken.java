package io.tenantry.domain.failure;

/** Another user has this e-mail address. */
public final class EmailTaken extends DomainFailure {

    public EmailTaken() {
        super("email_taken", "Email already in use");
    }
}
