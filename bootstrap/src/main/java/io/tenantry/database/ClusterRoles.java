package io.tenantry.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the roles and the database of a new cluster; of one whose making was cut short, what is missing. */
final class ClusterRoles {

    private ClusterRoles() {}

    static void ensure(ClusterConnections cluster) {
        try (Connection superuser = cluster.as(ClusterRole.SUPERUSER).getConnection()) {
            ensureRole(cluster, superuser, ClusterRole.OWNER);
            ensureRole(cluster, superuser, ClusterRole.APP);
            ensureDatabase(superuser);
        } catch (SQLException failed) {
            throw new DatabaseFailure("the roles of the database cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** A role exists with its password or not at all. */
    private static void ensureRole(ClusterConnections cluster, Connection superuser, ClusterRole role)
            throws SQLException {
        if (exists(superuser, "select 1 from pg_roles where rolname = ?", role.user())) {
            return;
        }
        superuser.setAutoCommit(false);
        execute(superuser, "create role " + role.user() + " login nosuperuser nocreatedb nocreaterole nobypassrls");
        cluster.setPassword(superuser, role);
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    private static void ensureDatabase(Connection superuser) throws SQLException {
        String database = ClusterRole.OWNER.database();
        if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
            execute(superuser, "create database " + database + " owner " + ClusterRole.OWNER);
        }
        execute(superuser, "revoke all on database " + database + " from public");
        execute(superuser, "grant connect on database " + database + " to " + ClusterRole.APP);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
