package io.tenantry;

import io.tenantry.database.DataFolder;
import io.tenantry.database.FolderLock;
import io.tenantry.http.HttpAdapter;
import io.tenantry.http.MetricsEndpoint;
import io.tenantry.metrics.Metrics;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server: its data, the use cases on it, and HTTP before them. Thread-safe. */
public final class TenantryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TenantryServer.class);
    private static final String LOCK = "server.lock";
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);

    private final Closing opened;
    private final Tenantry tenantry;
    private final StartReport report;
    private final URI uri;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private TenantryServer(Closing opened, Tenantry tenantry, StartReport report, URI uri) {
        this.opened = opened;
        this.tenantry = tenantry;
        this.report = report;
        this.uri = uri;
    }

    /**
     * Brings the tables up to date and begins to answer. Returns when it does.
     *
     * @throws RuntimeException with one line for the operator, if it cannot; nothing is left running
     */
    public static TenantryServer start(Configuration configuration) {
        configuration.warnings().forEach(LOG::warn);
        Closing opened = new Closing();
        try {
            return start(configuration, opened);
        } catch (RuntimeException unstarted) {
            opened.close();
            throw unstarted;
        }
    }

    /** Where it listens, as seen from this machine. */
    public URI uri() {
        return uri;
    }

    public Tenantry tenantry() {
        return tenantry;
    }

    /** What a person who has started it needs to know. */
    public String report() {
        return report.text();
    }

    /** Returns when the server has stopped, or the thread is interrupted. */
    public void awaitStop() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes no more requests, lets those under way finish (10 seconds at most), ends the schedules, closes the connections,
     * and stops the embedded database. Closing again does nothing but wait for that.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            LOG.info("stopping");
            opened.close();
            closed.countDown();
            LOG.info("stopped");
        }
    }

    private static TenantryServer start(Configuration configuration, Closing opened) {
        if (configuration.database().external().isEmpty()) {
            opened.add(lock(DataFolder.at(configuration.data())));
        }
        Installation installation = opened.add(Installation.open(configuration));
        installation.migrate();
        ListeningSocket socket = opened.add(ListeningSocket.bind(configuration.server()));
        URI publicUrl = configuration.server().publicUrlAt(socket.port());
        Metrics metrics = opened.add(new Metrics());
        Tenantry tenantry = installation.serving(publicUrl, metrics);
        opened.add(HttpServer.start(socket, http(configuration.server(), publicUrl, tenantry, metrics)));
        opened.add(new Schedules())
                .every(
                        BETWEEN_SAMPLES,
                        Duration.ZERO,
                        "the backlog of mails could not be read",
                        () -> metrics.backlog(tenantry.mailBacklog()));
        StartReport report = new StartReport(configuration, installation, socket.uri(), publicUrl);
        return new TenantryServer(opened, tenantry, report, socket.uri());
    }

    private static HttpAdapter http(ServerSettings settings, URI publicUrl, Tenantry tenantry, Metrics metrics) {
        return Wiring.http(
                tenantry.useCases(),
                new HttpAdapter.Settings(
                        publicUrl,
                        settings.audience().orElse(publicUrl.toString()),
                        settings.corsOrigins(),
                        settings.trustedProxies(),
                        InstantSource.system(),
                        tenantry::notReady,
                        Optional.of(new MetricsEndpoint(metrics::text, settings.metricsToken())),
                        metrics::answered));
    }

    private static FolderLock lock(DataFolder folder) {
        return FolderLock.exclusive(folder, LOCK)
                .orElseThrow(() -> new StartFailure("TENANTRY_DATA=" + folder.path()
                        + " cannot be used: another server is running on it; another folder would do"));
    }
}
