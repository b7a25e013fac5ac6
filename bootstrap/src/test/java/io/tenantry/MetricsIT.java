package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus reads from a whole server. */
class MetricsIT {

    private static final String TOKEN = "a-token-for-the-metrics";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static RunningTenantry running;

    @BeforeAll
    static void start() {
        running = RunningTenantry.start(Map.of("TENANTRY_METRICS_TOKEN", TOKEN));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void the_machine_the_pool_requests_mails_and_security_events_are_told() {
        Api api = new Api(running);
        api.post(
                "/api/tenants/register", Api.json("name", "Acme", "email", "a@acme.example", "password", Api.PASSWORD));
        api.post("/api/v1/session", Api.json("email", "a@acme.example", "password", "wrong horse battery"));
        api.get("/nowhere/at/all");
        running.mailedToken("a@acme.example", "/verify");

        assertThat(eventually("tenantry_mails_total{outcome=\"sent\"} 1.0"))
                .contains("jvm_memory_used_bytes{", "process_cpu_usage")
                .containsPattern("hikaricp_connections\\{pool=\"tenantry\".*} [1-9]")
                .containsPattern(
                        "http_server_requests_seconds_count\\{.*route=\"/api/v1/session\".*status=\"401\".*} 1")
                .contains("tenantry_mails_backlog{state=\"waiting\"}")
                .contains("tenantry_security_events_total{event=\"session.sign_in\",outcome=\"refused\"} 1.0")
                .doesNotContain("nowhere", "acme.example");
    }

    @Test
    void they_are_read_on_this_machine_and_from_elsewhere_with_the_token_alone() {
        assertThat(get(request -> request).statusCode()).isEqualTo(200);
        assertThat(get(request -> request).headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(get(request -> request.header("X-Forwarded-For", "192.0.2.1"))
                        .statusCode())
                .isBetween(400, 404);
        assertThat(get(request -> request.header("Forwarded", "for=192.0.2.1")).statusCode())
                .isBetween(400, 404);
        assertThat(get(request -> request.header("X-Forwarded-For", "192.0.2.1")
                                .header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(request -> request.header("X-Forwarded-For", "192.0.2.1")
                                .header("Authorization", "Bearer " + TOKEN + "x"))
                        .statusCode())
                .isBetween(400, 404);
    }

    private static String eventually(String line) {
        Supplier<String> text = () -> get(request -> request).body();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = text.get();
        while (!last.contains(line) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            last = text.get();
        }
        return last;
    }

    private static HttpResponse<String> get(UnaryOperator<HttpRequest.Builder> with) {
        HttpRequest request = with.apply(
                        HttpRequest.newBuilder(running.baseUri().resolve("/metrics")))
                .build();
        try {
            return running.http().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
