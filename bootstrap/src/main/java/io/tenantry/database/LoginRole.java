package io.tenantry.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** A role that may log in, and nothing else. */
public final class LoginRole {

    private LoginRole() {}

    /**
     * Makes the role, with its password, if it is missing and this connection's role may make it; otherwise does nothing.
     *
     * @throws DatabaseFailure if the database does not answer
     */
    public static void ensure(DataSource owner, String name, Optional<String> password) {
        try (Connection connection = owner.getConnection()) {
            if (asks(connection, "select rolcreaterole or rolsuper from pg_roles where rolname = current_user")) {
                ensure(connection, name, password);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("the role " + name + " cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** It exists with its password or not at all. What goes over the wire and into a log is the password's SCRAM verifier. */
    static void ensure(Connection connection, String name, Optional<String> password) throws SQLException {
        if (exists(connection, name)) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role " + statement.enquoteIdentifier(name, true)
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls");
        }
        if (password.isPresent()) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(name, password.get().toCharArray(), "scram-sha-256");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from pg_roles where rolname = ?)")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
