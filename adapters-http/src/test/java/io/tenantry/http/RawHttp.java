package io.tenantry.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says to a server what no library would say, and reads one answer. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** One request, as it is: lines are to end in CR LF. */
    public static Reply send(TestServer server, String request) {
        return send(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Reply send(TestServer server, byte[] request) {
        try (Socket socket = connect(server)) {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return read(socket.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the server closes the connection behind its one answer to this. */
    public static boolean closes(TestServer server, String request) {
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            read(socket.getInputStream());
            return socket.getInputStream().read() < 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As {@link #send(TestServer, String)}, with the answer held against {@code openapi.yaml}. */
    public static Reply sendChecked(TestServer server, String method, String path, String request) {
        return Client.checked(method, path, send(server, request));
    }

    static Socket connect(TestServer server) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static Reply read(InputStream in) throws IOException {
        List<String> head = head(in).lines().toList();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.subList(1, head.size() - 1)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        List<String> length = headers.get("Content-Length");
        byte[] body = length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length.get(0)));
        return Reply.of(Integer.parseInt(head.get(0).substring(9, 12)), headers, body);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
