package io.tenantry.domain.failure;

/** Nobody may register here without an invitation. */
public final class SignupClosed extends DomainFailure {

    public SignupClosed() {
        super("signup_closed", "Registration is by invitation");
    }
}
