package io.tenantry.persistence;

/** The database could not be brought to the state that this release needs. The message says what stands in the way. */
public sealed class MigrationFailed extends RuntimeException permits TenantsLeftBehind {

    MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
