package io.tenantry.domain.failure;

/** A tenant keeps its primary domain. */
public final class PrimaryDomain extends DomainFailure {

    public PrimaryDomain() {
        super("conflict", "The primary domain cannot be removed");
    }
}
