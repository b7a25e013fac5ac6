package io.tenantry.persistence;

/** The database could not be brought to the state that this release needs. The message says what stands in the way. */
public final class MigrationFailed extends RuntimeException {

    MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
