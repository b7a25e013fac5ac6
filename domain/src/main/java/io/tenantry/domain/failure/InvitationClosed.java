package io.tenantry.domain.failure;

/** The invitation was accepted, declined or revoked, and cannot be changed any more. */
public final class InvitationClosed extends DomainFailure {

    public InvitationClosed() {
        super("conflict", "This invitation is closed");
    }
}
