package io.tenantry.domain.failure;

/** What is to be set up is set up already. */
public final class AlreadyEnrolled extends DomainFailure {

    public AlreadyEnrolled() {
        super("conflict", "It is set up already");
    }
}
