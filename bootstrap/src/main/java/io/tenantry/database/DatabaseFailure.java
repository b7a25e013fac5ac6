package io.tenantry.database;

/** Why the data folder or its PostgreSQL cannot be used, in one line for the operator, with what would do. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(String line) {
        super(line);
    }

    public DatabaseFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
