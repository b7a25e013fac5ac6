package io.tenantry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tenantry.jar} in a process of its own, as an operator runs it. */
final class ServerJar implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("  URL    (\\S+)");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI uri;

    private ServerJar(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** @param err what it wrote to its standard error */
    record Ended(int status, String out, String err) {}

    /** Returns when the server has told its URL. */
    static ServerJar serve(Path directory, Map<String, String> environment) {
        try {
            Process process = start(directory, environment, directory.resolve("serve.log"), "serve");
            return new ServerJar(process, firstUrl(process, directory.resolve("serve.log")));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Runs a command to its end. */
    static Ended run(Path directory, Map<String, String> environment, String... command) {
        try {
            Path err = Files.createTempFile(directory, "command", ".log");
            Process process = start(directory, environment, err, command);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await(process);
            return new Ended(process.exitValue(), out, Files.readString(err));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    URI uri() {
        return uri;
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> get(String path, String bearer) {
        return send(HttpRequest.newBuilder(uri.resolve(path)).header("Authorization", "Bearer " + bearer));
    }

    /** As the kernel does when memory runs out: nothing is tidied up. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** As an init system does: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Its exit status. */
    int awaitEnd() {
        await(process);
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
            await(process);
        }
    }

    private static Process start(Path directory, Map<String, String> environment, Path err, String... command)
            throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // What this process is measured with measures the other as well.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(line::add);
        line.addAll(List.of("-jar", System.getProperty("tenantry.jar")));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(directory.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static URI firstUrl(Process process, Path err) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.matches()) {
                return URI.create(url.group(1));
            }
        }
        throw new IllegalStateException("no start: " + Files.readString(err));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
