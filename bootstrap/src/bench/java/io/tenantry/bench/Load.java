package io.tenantry.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A closed-loop load over keep-alive sockets, written to cost little itself: the client shares the machine with what it
 * measures. Any answer that is not of the status expected fails the run.
 */
final class Load {

    private final ChildProcess target;
    private final int connections;

    Load(ChildProcess target, int connections) {
        this.target = target;
        this.connections = connections;
    }

    /**
     * @param latencies of all requests, in nanoseconds, sorted
     * @param cpu of the server during the run
     */
    record Result(long[] latencies, Duration elapsed, Duration cpu) {

        double perSecond() {
            return latencies.length / (elapsed.toNanos() / 1e9);
        }

        double milliseconds(double quantile) {
            return latencies[(int) Math.min(latencies.length - 1, latencies.length * quantile)] / 1e6;
        }

        double cpuMillisecondsEach() {
            return cpu.toNanos() / 1e6 / latencies.length;
        }
    }

    /** @param request the n-th request, whole, as it goes over the wire */
    Result run(int requests, int expectedStatus, IntFunction<String> request) {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            Duration cpuBefore = target.cpu();
            long start = System.nanoTime();
            Future<?>[] running = new Future<?>[connections];
            long[] latencies = new long[requests];
            for (int i = 0; i < connections; i++) {
                int first = i;
                running[i] = clients.submit((Callable<Void>) () -> {
                    drive(first, requests, expectedStatus, request, latencies);
                    return null;
                });
            }
            for (Future<?> client : running) {
                client.get();
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            Duration cpu = target.cpu().minus(cpuBefore);
            Arrays.sort(latencies);
            return new Result(latencies, elapsed, cpu);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            clients.shutdownNow();
        }
    }

    /** One request, its body. */
    String once(int expectedStatus, String request) {
        String[] body = new String[1];
        try (Socket socket = connect()) {
            body[0] = exchange(socket, new BufferedInputStream(socket.getInputStream()), expectedStatus, request);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return body[0];
    }

    static String get(URI base, String path, String bearer) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + bearer
                + "\r\n\r\n";
    }

    static String post(URI base, String path, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    static String send(URI base, String method, String path, String bearer, String json) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + bearer
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    private void drive(int first, int requests, int expected, IntFunction<String> request, long[] latencies)
            throws IOException {
        try (Socket socket = connect()) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i : IntStream.iterate(first, n -> n < requests, n -> n + connections).toArray()) {
                String text = request.apply(i);
                long start = System.nanoTime();
                exchange(socket, in, expected, text);
                latencies[i] = System.nanoTime() - start;
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(target.base().getHost(), target.base().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String exchange(Socket socket, InputStream in, int expected, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        String status = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        String body = chunked ? chunks(in) : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" " + expected + " ")) {
            throw new IllegalStateException(status + " " + body);
        }
        return body;
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
