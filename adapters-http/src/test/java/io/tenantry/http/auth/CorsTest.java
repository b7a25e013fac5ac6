package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.setup()
                .publicUrl("https://accounts.example.com")
                .corsOrigins(
                        "https://app.example.com",
                        "https://example.com",
                        "https://other.test",
                        "http://app.example.com",
                        "https://accounts.example.com:8443")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com,true",
        "https://example.com,true",
        "https://accounts.example.com:8443,true",
        "https://other.test,false",
        "http://app.example.com,false"
    })
    void a_listed_origin_may_read_and_one_of_the_same_site_with_cookies(String origin, boolean withCookies) {
        Reply reply = server.client().get("/api/v1/me", "Origin", origin);
        assertThat(reply.header(ALLOWED)).contains(origin);
        assertThat(reply.header(CREDENTIALS).isPresent()).isEqualTo(withCookies);
        assertThat(reply.header("Access-Control-Expose-Headers").orElseThrow())
                .contains("Retry-After", "X-Request-Id", "WWW-Authenticate", "Idempotency-Replayed");
        assertThat(reply.all("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://app.example.com.evil.example",
                "https://app.example.com:444",
                "https://APP.example.com",
                "https://app.example.com/",
                "null",
                "*",
                "nonsense"
            })
    void no_other_origin_is_ever_named(String origin) {
        Reply reply = server.client().get("/api/v1/me", "Origin", origin);
        assertThat(reply.headers()).doesNotContainKeys(ALLOWED, CREDENTIALS);
        assertThat(reply.all("Vary")).contains("Origin");
        Reply preflight = preflight("/api/v1/session", origin);
        assertThat(preflight.headers()).doesNotContainKeys(ALLOWED, CREDENTIALS);
    }

    @Test
    void a_preflight_says_what_may_be_sent() {
        Reply reply = preflight("/api/auth/login", "https://app.example.com");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header(ALLOWED)).contains("https://app.example.com");
        assertThat(reply.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST", "DELETE");
        assertThat(reply.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type", "Idempotency-Key");
        assertThat(reply.header("Access-Control-Max-Age")).isPresent();
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void errors_are_readable_too() {
        Reply reply = server.client().post("/api/auth/login", "{}", "Origin", "https://app.example.com");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header(ALLOWED)).contains("https://app.example.com");
    }

    @Test
    void by_default_there_is_no_origin_that_may_read() {
        try (TestServer plain = TestServer.start()) {
            Reply reply = plain.client().get("/health/live", "Origin", "http://localhost:8080");
            assertThat(reply.headers()).doesNotContainKey(ALLOWED);
        }
    }

    private static Reply preflight(String path, String origin) {
        return server.client().send("OPTIONS", path, null, "Origin", origin, "Access-Control-Request-Method", "POST");
    }
}
