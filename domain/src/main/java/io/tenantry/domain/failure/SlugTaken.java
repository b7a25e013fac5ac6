package io.tenantry.domain.failure;

/** Another tenant has this slug. */
public final class SlugTaken extends DomainFailure {

    public SlugTaken() {
        super("slug_taken", "Slug already in use");
    }
}
