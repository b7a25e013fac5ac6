package io.tenantry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The cluster's configuration, written anew before each start: so that it holds whatever became of the files. What an
 * operator sets by {@code ALTER SYSTEM} stays.
 */
final class ClusterConfiguration {

    /** Durable before all else; small, since it shares its machine with the server. */
    private static final String SETTINGS = """
            # Written by Tenantry at each start. Use ALTER SYSTEM to set anything else.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 100
            shared_buffers = '64MB'
            max_wal_size = '512MB'
            max_locks_per_transaction = 256
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%%a.log'
            log_rotation_age = '1d'
            log_truncate_on_rotation = on
            log_file_mode = 0600
            log_statement = 'none'
            log_min_error_statement = 'panic'
            """;

    private static final String ACCESS = """
            # Written by Tenantry at each start: loopback only, and nobody without a password.
            host all %s 127.0.0.1/32 scram-sha-256
            host %s %s,%s 127.0.0.1/32 scram-sha-256
            """;

    private ClusterConfiguration() {}

    static void write(DataFolder folder, Path cluster, PostgresUser user, int port) {
        try {
            replace(folder, cluster.resolve("postgresql.conf"), user, SETTINGS.formatted(port));
            replace(
                    folder,
                    cluster.resolve("pg_hba.conf"),
                    user,
                    ACCESS.formatted(
                            ClusterRole.SUPERUSER, ClusterRole.APP.database(), ClusterRole.OWNER, ClusterRole.APP));
        } catch (IOException unwritable) {
            throw new DatabaseFailure("the configuration in " + cluster + " cannot be written", unwritable);
        }
    }

    /** Written beside the cluster first: its own folder may belong to another user. */
    private static void replace(DataFolder folder, Path file, PostgresUser user, String text) throws IOException {
        Path written = folder.write(file.getFileName().toString(), text);
        try {
            user.replace(file, written);
        } finally {
            Files.delete(written);
        }
    }
}
