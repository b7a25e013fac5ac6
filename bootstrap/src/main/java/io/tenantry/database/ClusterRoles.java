package io.tenantry.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Makes the roles and the database of a new cluster; of one whose making was cut short, what is missing. */
final class ClusterRoles {

    private static final String DATABASE = ClusterRole.OWNER.database();

    private ClusterRoles() {}

    static void ensure(ClusterConnections cluster) {
        try (Connection superuser = cluster.as(ClusterRole.SUPERUSER).getConnection()) {
            for (ClusterRole role : new ClusterRole[] {ClusterRole.OWNER, ClusterRole.APP}) {
                LoginRole.ensure(
                        superuser, role.user(), Optional.of(cluster.passwords().of(role)));
            }
            ensureDatabase(superuser);
        } catch (SQLException failed) {
            throw new DatabaseFailure("the roles of the database cannot be made: " + failed.getMessage(), failed);
        }
    }

    private static void ensureDatabase(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!exists(statement)) {
                statement.execute("create database " + DATABASE + " owner " + ClusterRole.OWNER);
            }
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + ClusterRole.APP);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            return row.next();
        }
    }
}
