package io.tenantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a cluster that runs. By SCRAM alone: who has taken its port learns no password. */
record ClusterConnections(int port, ClusterPasswords passwords) {

    private static final int PROBE_SECONDS = 2;

    /** A cluster that was started just now, on a machine that is busy, takes its time with the first connections. */
    private static final int LOGIN_SECONDS = 15;

    /** Whether the cluster answers, and is ours: another one on that port would know other passwords. */
    boolean work() {
        PGSimpleDataSource probe = as(ClusterRole.SUPERUSER);
        probe.setLoginTimeout(PROBE_SECONDS);
        try (Connection connection = probe.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    PGSimpleDataSource as(ClusterRole role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(role));
        source.setLoginTimeout(LOGIN_SECONDS);
        return source;
    }

    /** The role's password stands in it: never to be shown. Its alphabet needs no encoding. */
    String url(ClusterRole role) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + role.database() + "?user=" + role.user() + "&password="
                + passwords.of(role) + "&requireAuth=scram-sha-256&sslmode=disable";
    }
}
