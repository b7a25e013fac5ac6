package io.tenantry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole server in this JVM, on a free port and a real PostgreSQL in a temporary folder: started by the first test that
 * asks for it, shared by all, stopped and deleted when the JVM ends.
 */
public final class RunningTenantry implements AutoCloseable {

    private final TenantryServer server;
    private final Path folder;
    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningTenantry(TenantryServer server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    /**
     * Starts one that nobody else has.
     *
     * @param settings beside a free port, a data folder of its own and a bcrypt cost of 4
     */
    public static RunningTenantry start(Map<String, String> settings) {
        try {
            Path folder = Files.createTempDirectory("tenantry");
            Map<String, String> all = new HashMap<>(settings);
            all.putIfAbsent("PORT", "0");
            all.putIfAbsent("TENANTRY_BCRYPT_COST", "4");
            all.putIfAbsent("TENANTRY_DATA", folder.resolve("data").toString());
            return new RunningTenantry(TenantryServer.start(Configuration.load(all, folder)), folder);
        } catch (IOException unmakeable) {
            throw new UncheckedIOException(unmakeable);
        }
    }

    public static RunningTenantry shared() {
        return Shared.INSTANCE;
    }

    public URI baseUri() {
        return server.uri();
    }

    public HttpClient http() {
        return http;
    }

    /** The use cases of the running server, for what no route does. */
    public Tenantry tenantry() {
        return server.tenantry();
    }

    /** {@code TENANTRY_DATA} of the running server. */
    public Path data() {
        return data;
    }

    /** Where its mails appear. */
    public Path mailFolder() {
        return data.resolve("mail");
    }

    /** Its mails. */
    public SentMails sent() {
        return new SentMails(mailFolder());
    }

    /** See {@link SentMails#token}. */
    public String mailedToken(String email, String page) {
        return sent().token(email, page);
    }

    /** See {@link SentMails#lastToken}. */
    public String tokenOfLastMail() {
        return sent().lastToken();
    }

    /** See {@link SentMails#all}. */
    public List<String> mails() {
        return sent().all();
    }

    /** Stops the server and deletes what it had. */
    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Made when first asked for. Its limits are off: all tests come from one address. */
    private static final class Shared {

        static final RunningTenantry INSTANCE = start();

        private static RunningTenantry start() {
            RunningTenantry running = RunningTenantry.start(Map.of("TENANTRY_RATE_LIMITS", "off"));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            return running;
        }
    }
}
