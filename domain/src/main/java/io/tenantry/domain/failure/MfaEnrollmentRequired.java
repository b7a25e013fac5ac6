package io.tenantry.domain.failure;

/** The tenant asks every member for a second factor, and the caller has set up none. */
public final class MfaEnrollmentRequired extends DomainFailure {

    public MfaEnrollmentRequired() {
        super("mfa_enrollment_required", "This tenant requires a second factor: set one up first");
    }
}
