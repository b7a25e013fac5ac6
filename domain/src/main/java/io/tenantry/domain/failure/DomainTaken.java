package io.tenantry.domain.failure;

/** The host name is a domain of this or another tenant, or is not to be had. */
public final class DomainTaken extends DomainFailure {

    public DomainTaken() {
        super("conflict", "This host name is taken");
    }
}
