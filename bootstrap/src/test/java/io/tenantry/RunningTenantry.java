package io.tenantry;

import io.tenantry.domain.user.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole server in this JVM, on a free port and a real PostgreSQL in a temporary folder: started by the first test that
 * asks for it, shared by all, stopped and deleted when the JVM ends.
 */
public final class RunningTenantry implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

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

    /**
     * The token in the newest mail to the address whose link leads to the page; waits for the mail, which comes within two
     * seconds of the commit.
     */
    public String mailedToken(String email, String page) {
        String canonical = EmailAddress.of(email).canonical();
        return await(() -> newest(mail -> recipient(mail).equals(canonical) && mail.contains(page + "?token=")));
    }

    /** The token in the newest mail of all. */
    public String tokenOfLastMail() {
        return await(() -> newest(mail -> true));
    }

    /** The mails so far, the oldest first, each as its source. */
    public List<String> mails() {
        if (!Files.isDirectory(mailFolder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mailFolder())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(RunningTenantry::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> newest(Predicate<String> wanted) {
        return mails().stream()
                .filter(wanted)
                .reduce((older, newer) -> newer)
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(token -> token.group(1));
    }

    private static String await(Supplier<Optional<String>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new NoSuchElementException("no such mail came within " + PATIENCE.toSeconds() + " s");
    }

    private static String recipient(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("To: "))
                .map(line -> line.substring("To: ".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
