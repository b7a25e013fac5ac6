package io.tenantry.domain.failure;

/** Absent, or another's: nobody learns which. */
public final class NotFound extends DomainFailure {

    public NotFound() {
        super("not_found", "Not found");
    }
}
