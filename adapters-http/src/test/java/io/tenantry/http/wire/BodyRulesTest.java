package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be, on every route that takes one. */
class BodyRulesTest {
    private static final List<String> ROUTES = List.of(
            "/api/v1/session",
            "/api/v1/session/refresh",
            "/api/tenants/register",
            "/api/tenants/login",
            "/api/auth/register",
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/logout",
            "/api/auth/token/",
            "/api/auth/token/refresh/",
            "/api/auth/verify/resend",
            "/api/auth/forgot",
            "/api/auth/reset");
    private static final int LIMIT = 64 * 1024;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> routes() {
        return ROUTES;
    }

    static Stream<Arguments> malformed() {
        List<String> bodies = List.of(
                "{",
                "nonsense",
                "[]",
                "\"text\"",
                "17",
                "null",
                " ",
                "{} {}",
                "{}x",
                "{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{'email':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":" + "9".repeat(2000) + "}",
                "\uFEFF{}",
                "{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}",
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000));
        return ROUTES.stream().flatMap(route -> bodies.stream().map(body -> Arguments.of(route, body)));
    }

    static Stream<Arguments> wrongTypes() {
        List<String> fields = List.of(
                "email", "password", "name", "refreshToken", "refresh", "organization_name", "tenantName", "token");
        List<String> values = List.of("[]", "{}", "1", "true", "null", "1e400", "\"\\u0000\"", "\"\\ud800\"");
        return ROUTES.stream()
                .flatMap(route -> fields.stream()
                        .flatMap(field -> values.stream()
                                .map(value -> Arguments.of(route, "{\"" + field + "\":" + value + "}"))));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void R2_2_1_what_is_not_one_json_object_is_400(String route, String body) {
        assertThat(server.client().post(route, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void R2_2_1_a_value_of_the_wrong_type_is_refused_and_never_a_fault(String route, String body) {
        assertThat(server.client().post(route, body).status()).isBetween(400, 401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void R2_2_1_what_is_not_utf_8_is_400(String route) {
        byte[] latin1 = "{\"email\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(server.client().postAs("application/json", route, latin1).status())
                .isEqualTo(400);
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16);
        assertThat(server.client().postAs("application/json", route, utf16).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void R_CSRF_what_is_not_sent_as_json_is_415(String route) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "application/json; charset=utf-16",
                "text/json",
                "application/json, text/plain")) {
            assertThat(server.client().postAs(type, route, json).status()).isEqualTo(415);
        }
        assertThat(server.client().send("POST", route, json).status()).isEqualTo(415);
        assertThat(server.client().postAs("text/plain", route, new byte[0]).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/auth/token/refresh/, refresh",
        "/api/auth/logout/, refresh",
        "/api/auth/refresh, refreshToken",
        "/api/v1/session/refresh, refreshToken",
        "/api/auth/reset, token"
    })
    void a_NUL_in_a_token_is_400(String path, String field) {
        Reply reply = server.client().post(path, "{\"" + field + "\":\"a\\u0000b\"}");
        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json ; charset=utf-8",
                "application/json; charset=\"utf-8\"",
                "application/json; charset=utf8"
            })
    void json_may_say_its_charset(String type) {
        byte[] credentials =
                People.credentials("nobody@example.com", People.PASSWORD).getBytes(StandardCharsets.UTF_8);
        assertThat(server.client()
                        .postAs(type, "/api/tenants/login", credentials)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_compressed_body_is_415() {
        Reply reply = server.client().post("/api/tenants/login", "{}", "Content-Encoding", "gzip");
        assertThat(reply.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void no_body_is_an_empty_object(String route) {
        Reply nothing = server.client().post(route, null);
        Reply empty = server.client().post(route, "{}");
        assertThat(nothing.status()).isEqualTo(empty.status()).isBetween(400, 401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_body_over_64_KiB_is_413(String route) {
        assertThat(server.client().post(route, padded(LIMIT + 1)).status()).isEqualTo(413);
    }

    @Test
    void a_body_of_64_KiB_is_read() {
        assertThat(server.client().post("/api/tenants/login", padded(LIMIT)).status())
                .isEqualTo(400);
    }

    @Test
    void a_body_of_a_mebibyte_is_read_to_its_end_so_that_the_client_sees_the_answer() {
        assertThat(server.client()
                        .post("/api/tenants/login", padded(1024 * 1024))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_chunked_body_has_the_same_limit() {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        Reply reply = RawHttp.sendChecked(
                server,
                "POST",
                "/api/tenants/login",
                "POST /api/tenants/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n");
        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void of_ten_megabytes_no_more_than_one_is_waited_for() {
        String request = "POST /api/tenants/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 10000000\r\n\r\n" + " ".repeat(1024 * 1024);
        assertThat(RawHttp.send(server, request).status()).isEqualTo(413);
    }

    @Test
    void who_asks_first_need_not_send_what_is_too_large() {
        String request = String.join(
                "\r\n",
                "POST /api/tenants/login HTTP/1.1",
                "Host: a",
                "Content-Type: application/json",
                "Expect: 100-continue",
                "Content-Length: 10000000",
                "",
                "");
        assertThat(RawHttp.send(server, request).status()).isEqualTo(413);
        assertThat(RawHttp.closes(server, request)).isTrue();
    }

    @Test
    void a_body_that_nobody_wants_spoils_no_later_request_on_the_connection() {
        String unwanted = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde";
        Reply first = RawHttp.send(server, unwanted + "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(first.status()).isEqualTo(404);
        assertThat(first.headers()).doesNotContainKey("Connection");
    }

    @Test
    void unknown_members_are_ignored() {
        String body = """
                {"email":"nobody@example.com","password":"correct horse battery","x":[{"y":null}]}""";
        assertThat(server.client().post("/api/tenants/login", body).status()).isEqualTo(401);
    }

    private static String padded(int length) {
        return "{" + " ".repeat(length - 2) + "}";
    }
}
