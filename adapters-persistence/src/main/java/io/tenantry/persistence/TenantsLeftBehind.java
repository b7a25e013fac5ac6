package io.tenantry.persistence;

import io.tenantry.persistence.schema.TenantFailure;
import java.util.List;

/** All is as this release needs it, but for a few tenants, whose schemas are as they were. The others can be served. */
public final class TenantsLeftBehind extends MigrationFailed {

    private final transient List<TenantFailure> failures;

    TenantsLeftBehind(List<TenantFailure> failures) {
        super("these schemas could not be brought up: " + TenantFailure.line(failures), null);
        this.failures = List.copyOf(failures);
    }

    /** Each of them, with what stands in the way. */
    public List<TenantFailure> failures() {
        return failures;
    }
}
