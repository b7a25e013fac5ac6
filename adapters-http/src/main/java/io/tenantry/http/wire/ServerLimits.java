package io.tenantry.http.wire;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What a client may ask of the server: sizes, times, and how many at once. */
public final class ServerLimits {
    private static final int MAX_HEADERS_BYTES = 8 * 1024;
    private static final long IDLE_MILLIS = 30_000;
    /** Also bounds what waits for a thread: a connection has one request under way. */
    private static final int MAX_CONNECTIONS = 10_000;

    private static final int MAX_THREADS = 200;
    /** Half of the threads: the others are there for whoever need not be waited for. */
    private static final int MAX_BODIES_WAITED_FOR = MAX_THREADS / 2;
    /** For 64 KiB a line of 100 kbit/s is enough. */
    private static final Duration LONGEST_WAIT_FOR_A_BODY = Duration.ofSeconds(5);

    private static final int MIN_THREADS = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private ServerLimits() {}

    /** @param shapes the shape of errors by the path, as it came */
    public static void apply(JavalinConfig config, Function<String, ErrorShape> shapes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // Answers that hold a secret beside what a caller wrote must not betray it by their compressed size (BREACH).
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.defaultContentType = Json.TYPE;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        if (config.jetty.threadPool == null && !config.concurrency.useVirtualThreads) {
            config.jetty.threadPool = boundedPool();
        }
        config.jetty.modifyHttpConfiguration(ServerLimits::limit);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors(shapes));
            server.insertHandler(new MethodGate());
            server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        });
        BodyWaits bodyWaits = new BodyWaits(MAX_BODIES_WAITED_FOR, LONGEST_WAIT_FOR_A_BODY);
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new JettyErrors(shapes));
            bodyWaits.install(context);
        });
    }

    private static void limit(HttpConfiguration http) {
        http.addCustomizer(new RequestGate());
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADERS_BYTES);
        // Else a header that differs from an earlier one of the connection in case alone is read as that one.
        http.setHeaderCacheCaseSensitive(true);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    private static QueuedThreadPool boundedPool() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, THREAD_IDLE_MILLIS);
        pool.setName("tenantry-http");
        return pool;
    }
}
