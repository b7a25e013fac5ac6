package io.tenantry.domain.failure;

/** What an authenticator answered does not hold. */
public final class InvalidPasskey extends DomainFailure {

    public InvalidPasskey() {
        super("invalid_passkey", "The passkey could not be verified");
    }
}
