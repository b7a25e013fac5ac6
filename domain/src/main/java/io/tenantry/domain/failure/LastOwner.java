package io.tenantry.domain.failure;

/** A tenant would be left without an owner. */
public final class LastOwner extends DomainFailure {

    public LastOwner() {
        super("last_owner", "A tenant must keep an owner");
    }
}
