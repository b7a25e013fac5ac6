package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server itself refuses is told as any other error is: in JSON, in the words of the contract whose path it is. */
class ServerErrorsTest {
    private static final String LOGIN = "{\"email\":\"a@example.com\",\"password\":\"correct horse battery\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/api/%2e%2e/secret",
                "/api/../../etc/passwd",
                "/%c0%af",
                "/api/v1//me",
                "/api/v1/%2f/me",
                "/api/v1/me%00"
            })
    void R4_1_1_a_path_with_two_meanings_or_none_is_a_problem_in_json(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).isIn(400, 404);
        isProblem(reply);
    }

    @Test
    void R4_1_1_a_session_id_in_the_path_names_nothing() {
        Reply reply = get("/api/v1/me;jsessionid=1");
        assertThat(reply.status()).isEqualTo(404);
        isProblem(reply);
    }

    @ParameterizedTest
    @CsvSource({"/api/tenants/%2e%2e/x,success", "/api/auth/login/%2e%2e/x,message"})
    void R4_1_1_a_bad_path_is_told_in_its_contracts_words(String path, String member) {
        Reply reply = get(path);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().has(member)).isTrue();
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void R4_1_1_headers_over_8_KiB_are_431() {
        Reply reply = RawHttp.send(
                server, "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9000) + "\r\n\r\n");
        assertThat(reply.status()).isEqualTo(431);
        isProblem(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Both ways to say how long a body is.
                "POST /api/tenants/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/tenants/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
                "POST /api/tenants/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcd",
                // A header that goes on in the next line.
                "GET /api/tenants/login HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n",
                // Lines that end in LF alone.
                "GET /api/tenants/login HTTP/1.1\nHost: a\n\n",
                "GET /api/tenants/login HTTP/1.1\r\n\r\n",
                "GET /api/tenants/login HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/tenants/login HTTP/1.1\r\nHost : a\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void R4_2_1_what_two_servers_could_read_in_two_ways_is_refused_and_the_connection_closed(String request) {
        Reply reply = RawHttp.send(server, request);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(RawHttp.closes(server, request)).isTrue();
        assertThat(reply.json().isObject()).isTrue();
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("X-Request-Id")).isPresent();
    }

    @Test
    void R4_1_4_connect_is_405() {
        Reply reply = RawHttp.send(server, "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isPresent();
        isProblem(reply);
    }

    @Test
    void options_of_the_whole_server_lists_methods() {
        Reply reply = RawHttp.send(server, "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).isPresent();
    }

    @Test
    void a_web_socket_is_nowhere_and_told_in_json() {
        Reply reply = RawHttp.send(
                server,
                String.join(
                        "\r\n",
                        "GET /api/tenants/socket HTTP/1.1",
                        "Host: localhost",
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "",
                        ""));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("success").asBoolean(true)).isFalse();
    }

    @Test
    void no_answer_tells_what_the_server_is_made_of() {
        for (String path : new String[] {"/health/live", "/nowhere", "/%zz", "/api/auth/me/"}) {
            Reply reply = get(path);
            assertThat(reply.headers()).doesNotContainKeys("Server", "X-Powered-By");
            assertThat(reply.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("jetty", "javalin", "exception");
        }
    }

    @Test
    void R14_3_2_every_answer_has_the_headers_that_protect_it() {
        for (String path : new String[] {"/health/live", "/nowhere", "/%zz", "/api/auth/me/", "/api/v1/me"}) {
            Reply reply = get(path);
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.all("X-Request-Id")).hasSize(1);
        }
    }

    @Test
    void the_request_id_is_the_servers_own() {
        Reply first = server.client().get("/health/live", "X-Request-Id", "mine");
        Reply second = server.client().get("/health/live", "X-Request-Id", "mine");
        assertThat(first.header("X-Request-Id")).isNotEqualTo(second.header("X-Request-Id"));
        assertThat(first.header("X-Request-Id").orElseThrow()).doesNotContain("mine");
    }

    @Test
    void two_requests_on_one_connection_have_two_ids_and_the_headers_once() {
        Reply refused = RawHttp.sendChecked(
                server,
                "POST",
                "/api/tenants/login",
                "POST /api/tenants/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: %d\r\n\r\n%s".formatted(LOGIN.length(), LOGIN));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.all("Cache-Control")).containsExactly("no-store");
    }

    private static Reply get(String path) {
        return RawHttp.send(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private static void isProblem(Reply reply) {
        assertThat(reply.header("Content-Type").orElseThrow()).matches("application/problem\\+json; ?charset=utf-8");
        assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.at("/type")).isEqualTo("/problems/" + reply.at("/code"));
        assertThat(reply.at("/requestId"))
                .isEqualTo(reply.header("X-Request-Id").orElseThrow());
    }
}
