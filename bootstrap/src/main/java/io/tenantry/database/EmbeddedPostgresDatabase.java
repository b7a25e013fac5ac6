package io.tenantry.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A durable PostgreSQL in the data folder: made at the first start, found again at each later one, whatever ended the one
 * before. It listens on loopback only, and lets nobody in without a password.
 *
 * <p>Several processes may use it at once: the first to open starts it, the last to close stops it. Within one process it is
 * opened once at a time. Safe for use by several threads.
 */
public final class EmbeddedPostgresDatabase implements AutoCloseable {

    private final Cluster cluster;
    private final ClusterConnections connections;
    private final AtomicReference<ClusterUse> use;

    private EmbeddedPostgresDatabase(Cluster cluster, ClusterConnections connections, ClusterUse use) {
        this.cluster = cluster;
        this.connections = connections;
        this.use = new AtomicReference<>(use);
    }

    /** Whether there is data already. */
    public static boolean existsIn(Path folder) {
        return Cluster.existsIn(folder);
    }

    /**
     * Returns when the database takes connections.
     *
     * @throws DatabaseFailure if it cannot be made or started
     */
    public static EmbeddedPostgresDatabase open(DataFolder folder) {
        AtomicReference<EmbeddedPostgresDatabase> opened = new AtomicReference<>();
        ClusterUse use = ClusterUse.begin(folder, () -> opened.set(run(folder)));
        opened.get().use.set(use);
        return opened.get();
    }

    /** Of the server's role, which owns nothing. A secret: the password stands in it. */
    public String serverUrl() {
        return connections.url(ClusterRole.APP);
    }

    /** Of the role that owns the database and runs migrations. A secret: the password stands in it. */
    public String ownerUrl() {
        return connections.url(ClusterRole.OWNER);
    }

    /** The server's role. */
    public String serverRole() {
        return ClusterRole.APP.user();
    }

    /** Stops the database, unless another process uses it. Closing again does nothing. */
    @Override
    public void close() {
        ClusterUse ended = use.getAndSet(null);
        if (ended != null) {
            ended.end(cluster::stop);
        }
    }

    private static EmbeddedPostgresDatabase run(DataFolder folder) {
        Cluster cluster = Cluster.in(folder);
        ClusterConnections connections = cluster.run();
        ClusterRoles.ensure(connections);
        return new EmbeddedPostgresDatabase(cluster, connections, null);
    }
}
