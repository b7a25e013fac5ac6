package io.tenantry.domain.failure;

/** An operator must keep a second factor. */
public final class SecondFactorNeeded extends DomainFailure {

    public SecondFactorNeeded() {
        super("conflict", "An operator must keep a second factor");
    }
}
