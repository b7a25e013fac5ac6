package io.tenantry.domain.failure;

/** The second step of a sign-in failed: a wrong code, or a challenge that serves no more. */
public final class InvalidCode extends DomainFailure {

    public InvalidCode() {
        super("invalid_code", "The code is wrong, or the sign-in took too long");
    }
}
