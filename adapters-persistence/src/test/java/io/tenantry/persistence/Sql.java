package io.tenantry.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Bare SQL, to see what is really in a database and what a role may really do. */
public final class Sql {

    private Sql() {}

    /** Runs one or more statements in one transaction, and gives the first column of the last one's rows. */
    public static List<String> query(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<String> rows = List.of();
            for (String statement : statements) {
                rows = run(connection, statement);
            }
            connection.commit();
            return rows;
        }
    }

    /** As {@link #query}, for a single value. */
    public static String value(DataSource database, String... statements) throws SQLException {
        return query(database, statements).get(0);
    }

    private static List<String> run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet result = statement.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }
}
