package io.tenantry.domain.failure;

/** There is a pending invitation for the same address: it can be sent again, or revoked. */
public final class AlreadyInvited extends DomainFailure {

    public AlreadyInvited() {
        super("conflict", "Already invited: send that invitation again, or revoke it");
    }
}
