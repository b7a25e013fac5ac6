package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.RawHttp;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredRequestsTest {
    private record Answered(String method, String route, int status, Duration duration) {}

    private final BlockingQueue<Answered> seen = new LinkedBlockingQueue<>();
    private final TestServer server = TestServer.setup()
            .observer((method, route, status, duration) -> seen.add(new Answered(method, route, status, duration)))
            .ports(ports -> PortsFixture.withSignIn(ports, command -> {
                throw new IllegalStateException();
            }))
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/health/live,/health/live,200",
        "HEAD,/health/live,/health/live,200",
        "GET,/problems/not_found,/problems/{code},200",
        "GET,/problems/nothing,/problems/{code},404",
        "GET,/api/v1/me/,/api/v1/me,401",
        "GET,/api/v1/users/x/avatar,/api/v1/users/{id}/avatar,401",
        "DELETE,/api/v1/me/sessions/x,/api/v1/me/sessions/{id},401",
        "GET,/nowhere,none,404",
        "GET,/problems/a/b,none,404",
        "PUT,/api/v1/session,none,405",
        "OPTIONS,/api/v1/session,none,204"
    })
    void every_request_is_told_of_by_its_routes_pattern(String method, String path, String route, int status)
            throws InterruptedException {
        server.client().send(method, path, null);
        assertTold(method, route, status);
    }

    @Test
    void a_fault_is_told_of_as_what_it_is() throws InterruptedException {
        server.client().post("/api/v1/session", People.credentials("a@example.com", People.PASSWORD));
        assertTold("POST", "/api/v1/session", 500);
    }

    @Test
    void so_is_what_the_server_refuses_before_any_route() throws InterruptedException {
        RawHttp.send(server, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n");
        assertTold("GET", "none", 400);
        RawHttp.send(server, "BREW /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertTold("BREW", "none", 405);
    }

    private void assertTold(String method, String route, int status) throws InterruptedException {
        Answered answered = seen.poll(10, TimeUnit.SECONDS);
        assertThat(answered).isNotNull();
        assertThat(answered.method()).isEqualTo(method);
        assertThat(answered.route()).isEqualTo(route);
        assertThat(answered.status()).isEqualTo(status);
        assertThat(answered.duration()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(1));
        assertThat(seen).isEmpty();
    }
}
