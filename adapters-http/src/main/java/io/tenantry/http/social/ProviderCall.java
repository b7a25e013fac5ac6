package io.tenantry.http.social;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is asked of a provider in one go: all requests together have so long, bodies included. No redirect is followed, and
 * no more is read of an answer than {@link BoundedBody} holds. For one thread.
 */
final class ProviderCall implements HTTPRequestSender, SecurityContext {

    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http;
    private final long end;

    /** @param patience how long it may take, from now on */
    ProviderCall(HttpClient http, Duration patience) {
        this.http = http;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Starts threads of its own when it is first used; they end when it is forgotten. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LONGEST_CONNECTING)
                .build();
    }

    /** How long the call may still take. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * @return the body
     * @throws IOException also if the status is not 200
     */
    String get(URI address) throws IOException {
        HTTPResponse response = new HTTPRequest(HTTPRequest.Method.GET, address).send(this);
        if (response.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("status " + response.getStatusCode());
        }
        return response.getBody();
    }

    /** @throws IOException if the provider does not answer, says too much, or that it cannot answer now */
    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpResponse<byte[]> response = answer(http.sendAsync(outgoing(request), head -> new BoundedBody()));
        if (response.statusCode() >= HTTPResponse.SC_SERVER_ERROR || response.statusCode() == TOO_MANY_REQUESTS) {
            throw new IOException("status " + response.statusCode());
        }
        HTTPResponse read = new HTTPResponse(response.statusCode());
        response.headers().map().forEach((name, values) -> read.setHeader(name, values.toArray(String[]::new)));
        read.setBody(new String(response.body(), StandardCharsets.UTF_8));
        return read;
    }

    private static HttpRequest outgoing(ReadOnlyHTTPRequest request) {
        String body = request.getBody();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI())
                .method(
                        request.getMethod().name(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .setHeader("User-Agent", "Tenantry");
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.setHeader(name, value)));
        return builder.build();
    }

    private HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> pending) throws IOException {
        try {
            return pending.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (TimeoutException tooSlow) {
            throw new InterruptedIOException("no answer in time");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            pending.cancel(true);
        }
    }
}
