package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {
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
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/api/tenants/login|POST, OPTIONS",
                "PUT|/api/auth/login|POST, OPTIONS",
                "DELETE|/api/auth/register|POST, OPTIONS",
                "PATCH|/api/v1/session|POST, DELETE, OPTIONS",
                "POST|/api/v1/me/sessions|GET, DELETE, HEAD, OPTIONS",
                "POST|/api/auth/me|GET, HEAD, OPTIONS",
                "POST|/health/live|GET, HEAD, OPTIONS",
                "TRACE|/api/tenants/login|POST, OPTIONS",
                "QUERY|/api/tenants/login|POST, OPTIONS",
                "BREW|/api/v1/me|GET, DELETE, PATCH, HEAD, OPTIONS"
            })
    void R4_1_4_another_method_is_405_and_told_which_there_are(String method, String path, String allowed) {
        Reply reply =
                RawHttp.sendChecked(server, method, path, method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api", "/api/v1", "/api/v1/nowhere", "/api/v2/me"})
    void an_unknown_path_is_404_in_problem_json_whatever_the_method(String path) {
        for (String method : new String[] {"GET", "POST", "DELETE", "OPTIONS"}) {
            Reply reply = server.client().send(method, path, null);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.at("/code")).isEqualTo("not_found");
        }
    }

    @Test
    void an_unknown_path_below_a_contracts_is_404_in_its_words() {
        Reply tenants = RawHttp.send(server, "GET /api/tenants/nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(tenants.text()).isEqualTo("{\"success\":false,\"message\":\"Not found\"}");
        Reply auth = RawHttp.send(server, "GET /api/auth/nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(auth.text()).isEqualTo("{\"message\":\"Not found\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/auth/token", "/api/auth/token/", "/api/auth/token/refresh", "/api/auth/token/refresh/"})
    void a_trailing_slash_never_matters(String path) {
        assertThat(server.client().post(path, "{}").status()).isEqualTo(400);
    }

    @Test
    void head_answers_as_get_does_without_a_body() {
        String email = People.owner(server);
        String bearer = "Bearer " + People.signIn(server, email).at("/accessToken");
        Reply get = server.client().get("/api/v1/me", "Authorization", bearer);
        Reply head = server.client().send("HEAD", "/api/v1/me", null, "Authorization", bearer);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(server.client().send("HEAD", "/api/v1/me", null).status()).isEqualTo(401);
        assertThat(server.client().send("HEAD", "/health/ready", null).status()).isEqualTo(200);
    }

    @Test
    void head_is_405_where_there_is_no_get() {
        Reply reply = server.client().send("HEAD", "/api/tenants/login", null);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("POST, OPTIONS");
    }

    @Test
    void options_lists_the_methods() {
        Reply reply = server.client().send("OPTIONS", "/api/v1/session", null);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).contains("POST, DELETE, OPTIONS");
    }

    @Test
    void R4_1_4_no_header_changes_the_method() {
        Reply reply = server.client().get("/api/v1/session", "X-HTTP-Method-Override", "POST");
        assertThat(reply.status()).isEqualTo(405);
        Reply me = server.client().send("POST", "/api/v1/me", null, "X-HTTP-Method-Override", "GET");
        assertThat(me.status()).isEqualTo(405);
    }
}
