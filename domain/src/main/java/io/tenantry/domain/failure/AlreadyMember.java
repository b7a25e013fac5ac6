package io.tenantry.domain.failure;

/** Whoever is invited is a member already. */
public final class AlreadyMember extends DomainFailure {

    public AlreadyMember() {
        super("conflict", "Already a member of this tenant");
    }
}
