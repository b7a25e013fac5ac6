package io.tenantry.http.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of webhooks on a socket of its own: it reads a request, and then does what it is told, byte by byte. */
final class Receiver implements AutoCloseable {
    private static final char TLS_HANDSHAKE = 22;

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger cutOffs = new AtomicInteger();
    private final Answer answer;

    /** What is sent back. */
    interface Answer {
        void to(OutputStream out) throws IOException;
    }

    private Receiver(Answer answer) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        Thread thread = new Thread(this::serve, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    static Receiver answering(Answer answer) {
        try {
            return new Receiver(answer);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    static Receiver answering(String head) {
        return answering(out -> out.write(head.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Each as it came, head and body. */
    List<String> requests() {
        return requests;
    }

    String body() {
        String request = requests.get(0);
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    String header(String name) {
        return requests.get(0)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                requests.add(read(connection));
                answer.to(connection.getOutputStream());
            } catch (IOException cutOff) {
                cutOffs.incrementAndGet();
            }
        }
    }

    private static String read(Socket connection) throws IOException {
        StringBuilder request = new StringBuilder();
        byte[] some = new byte[8192];
        do {
            int count = connection.getInputStream().read(some);
            if (count < 0) {
                break;
            }
            request.append(new String(some, 0, count, StandardCharsets.UTF_8));
        } while (!isWhole(request.toString()));
        return request.toString();
    }

    /** Of who greets by TLS nothing more is waited for. */
    private static boolean isWhole(String request) {
        if (request.charAt(0) == TLS_HANDSHAKE) {
            return true;
        }
        int end = request.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        int length = request.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16).trim()))
                .findFirst()
                .orElse(0);
        return request.substring(end + 4).getBytes(StandardCharsets.UTF_8).length >= length;
    }
}
