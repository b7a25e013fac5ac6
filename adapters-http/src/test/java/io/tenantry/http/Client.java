package io.tenantry.http;

import io.tenantry.http.openapi.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls a server over a socket. Every answer is held against {@code openapi.yaml}, here and nowhere else. */
public final class Client {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final int port;

    Client(int port) {
        this.port = port;
    }

    /** @param headers name, value, name, value … */
    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** @param json null for no body */
    public Reply post(String path, String json, String... headers) {
        byte[] body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return send("POST", path, body, json == null ? headers : and("Content-Type", "application/json", headers));
    }

    public Reply postAs(String type, String path, byte[] body) {
        return send("POST", path, body, "Content-Type", type);
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Reply send(String method, String path, byte[] body, String... headers) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .method(method, publisher);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return checked(method, path, exchange(request.build()));
    }

    static Reply checked(String method, String path, Reply reply) {
        String type = reply.header("Content-Type").orElse(null);
        OpenApiContract.published().holds(method, path, reply.status(), reply.headers(), type, reply.bytes());
        return reply;
    }

    private static Reply exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return Reply.of(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String[] and(String name, String value, String[] others) {
        String[] all = new String[others.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(others, 0, all, 2, others.length);
        return all;
    }
}
