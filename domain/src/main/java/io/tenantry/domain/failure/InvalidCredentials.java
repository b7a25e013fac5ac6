package io.tenantry.domain.failure;

/** No such user, or not this password: which of the two, nobody learns. */
public final class InvalidCredentials extends DomainFailure {

    public InvalidCredentials() {
        super("unauthenticated", "Invalid credentials");
    }
}
