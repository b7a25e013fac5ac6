package io.tenantry.persistence.schema;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL said of a script that it could not run in a tenant's schema. */
public final class ScriptFailure {

    /** Raised by {@code run_tenant_script} and {@code wall_tenant_schema}. */
    private static final String STATE = "TS001";

    private ScriptFailure() {}

    /** The file and what is wrong with it, without values of rows; empty if it was something else that failed. */
    public static Optional<String> of(Throwable failed) {
        return sql(failed).filter(sql -> STATE.equals(sql.getSQLState())).map(ScriptFailure::said);
    }

    static Optional<SQLException> sql(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** Without the details, in which PostgreSQL quotes rows. */
    static String said(SQLException failed) {
        return Optional.of(failed)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getMessage)
                .orElseGet(() -> String.valueOf(failed.getMessage()));
    }
}
