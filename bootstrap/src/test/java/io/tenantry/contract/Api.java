package io.tenantry.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantry.RunningTenantry;
import io.tenantry.SentMails;
import io.tenantry.http.openapi.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The whole server over a socket. Every answer is held against {@code openapi.yaml}. */
public final class Api {

    public static final String PASSWORD = "correct horse battery";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApiContract CONTRACT = OpenApiContract.published();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final SentMails mails;
    private final Optional<String> address;

    /** The server that all tests share. */
    public Api() {
        this(RunningTenantry.shared());
    }

    public Api(RunningTenantry tenantry) {
        this(tenantry.baseUri(), tenantry.sent());
    }

    /** @param mails in which its tokens are looked for */
    public Api(URI base, SentMails mails) {
        this(base, mails, Optional.empty());
    }

    private Api(URI base, SentMails mails, Optional<String> address) {
        this.base = base;
        this.mails = mails;
        this.address = address;
    }

    /** The same, called from elsewhere: of a server that believes its proxy at 127.0.0.1. */
    public Api from(String other) {
        return new Api(base, mails, Optional.of(other));
    }

    /** @param json the body; a null node if it has none */
    public record Answer(int status, HttpResponse<byte[]> response, JsonNode json) {

        public String text(String pointer) {
            return json.at(pointer).textValue();
        }
    }

    public Answer post(String path, String body) {
        return send(
                "POST",
                path,
                request -> request.header("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, String bearer, String body) {
        return send("POST", path, bearer, body);
    }

    /** With a body of JSON, and as who bears the token. */
    public Answer send(String method, String path, String bearer, String body) {
        return send(
                method,
                path,
                request ->
                        request.header("Content-Type", "application/json").header("Authorization", "Bearer " + bearer),
                body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer get(String path) {
        return send("GET", path, request -> request, null);
    }

    public Answer get(String path, String bearer) {
        return send("GET", path, request -> request.header("Authorization", "Bearer " + bearer), null);
    }

    public Answer delete(String path, String bearer) {
        return send("DELETE", path, request -> request.header("Authorization", "Bearer " + bearer), null);
    }

    public Answer send(String method, String path, UnaryOperator<HttpRequest.Builder> with, byte[] body) {
        HttpRequest.Builder request = with.apply(HttpRequest.newBuilder(base.resolve(path)))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        address.ifPresent(other -> request.header("X-Forwarded-For", other));
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            holdAgainstTheDocument(method, path, response);
            return new Answer(response.statusCode(), response, parsed(response));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The token in the newest mail to the address whose link leads to the page; waits for the mail. */
    public String mailedToken(String email, String page) {
        return mails.token(email, page);
    }

    /** A name that nobody had before. */
    public static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    public static String json(String... membersAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < membersAndValues.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append(quoted(membersAndValues[i]))
                    .append(':')
                    .append(quoted(membersAndValues[i + 1]));
        }
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException everyTextCanBeWritten) {
            throw new IllegalStateException(everyTextCanBeWritten);
        }
    }

    private static void holdAgainstTheDocument(String method, String path, HttpResponse<byte[]> response) {
        CONTRACT.holds(
                method,
                path.replaceFirst("\\?.*", ""),
                response.statusCode(),
                response.headers().map(),
                response.headers().firstValue("Content-Type").orElse(null),
                response.body());
    }

    private static JsonNode parsed(HttpResponse<byte[]> response) throws IOException {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson && response.body().length > 0 ? JSON.readTree(response.body()) : JSON.nullNode();
    }
}
