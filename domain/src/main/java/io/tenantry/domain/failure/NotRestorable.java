package io.tenantry.domain.failure;

/** The tenant was not closed, or has nobody left who owns it. */
public final class NotRestorable extends DomainFailure {

    public NotRestorable() {
        super("conflict", "This tenant cannot be restored");
    }
}
