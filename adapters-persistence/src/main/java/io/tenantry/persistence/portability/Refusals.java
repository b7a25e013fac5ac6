package io.tenantry.persistence.portability;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database says, without the values that stand in its details. */
final class Refusals {

    private Refusals() {}

    static String message(SQLException failed) {
        ServerErrorMessage server = failed instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return server == null || server.getMessage() == null ? "error " + failed.getSQLState() : server.getMessage();
    }
}
