package io.tenantry.domain.failure;

/** The caller is known, and may not do this. */
public final class Forbidden extends DomainFailure {

    public Forbidden() {
        super("forbidden", "You may not do this");
    }
}
