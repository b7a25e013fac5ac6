package io.tenantry.persistence.portability;

import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What refusals say: the words of the database without the values in its details, and values of an archive in moderation. */
final class Refusals {

    private static final int NAMED_AT_MOST = 20;

    private Refusals() {}

    static String message(SQLException failed) {
        ServerErrorMessage server = failed instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return server == null || server.getMessage() == null ? "error " + failed.getSQLState() : server.getMessage();
    }

    /** Values from an archive may hold anything. */
    static String shown(List<String> values) {
        String first = String.join(", ", values.subList(0, Math.min(NAMED_AT_MOST, values.size())));
        return first.replaceAll("[^\\x20-\\x7E]", "?") + (values.size() > NAMED_AT_MOST ? ", …" : "");
    }
}
