package io.tenantry.http.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract accepts what is documented, and each planted violation of it is found. */
final class OpenApiContractTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.published();
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json; charset=utf-8";
    private static final String ID = "6f1c1f0e-52a4-4a0b-9f0d-3c2b1a098765";
    private static final Map<String, List<String>> HEADERS = Map.of("x-request-id", List.of(ID));

    @Test
    void what_is_documented_is_accepted() {
        assertThatCode(() -> live(HEADERS, JSON, "{\"status\":\"up\"}")).doesNotThrowAnyException();
        assertThatCode(() -> wrongCredentials("\"data\":null", with("WWW-Authenticate", "Bearer")))
                .doesNotThrowAnyException();
        assertThatCode(() -> tenant("2026-01-30T12:00:00.000Z", 1)).doesNotThrowAnyException();
    }

    @Test
    void a_slash_at_the_end_and_a_query_do_not_matter() {
        assertThatCode(() -> holds("GET", "/health/live/", 200, HEADERS, JSON, "{\"status\":\"up\"}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> holds("GET", "/health/live?a=b", 200, HEADERS, JSON, "{\"status\":\"up\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_status_that_is_not_listed_is_found() {
        fails("status 418 is not documented", () -> holds("GET", "/health/live", 418, HEADERS, JSON, "{}"));
    }

    @Test
    void a_path_that_is_not_listed_is_found() {
        fails("the path is not documented", () -> holds("GET", "/health/dead", 200, HEADERS, JSON, "{}"));
    }

    @Test
    void a_method_that_is_not_listed_is_found() {
        fails("the method is not documented", () -> holds("DELETE", "/health/live", 200, HEADERS, JSON, "{}"));
    }

    @Test
    void a_member_that_is_not_listed_is_found() {
        fails("hash", () -> live(HEADERS, JSON, "{\"status\":\"up\",\"hash\":\"x\"}"));
        fails("hash", () -> wrongCredentials("\"data\":null,\"hash\":1", with("WWW-Authenticate", "Bearer")));
    }

    @Test
    void a_missing_member_is_found() {
        fails("data", () -> wrongCredentials("\"more\":null", with("WWW-Authenticate", "Bearer")));
    }

    @Test
    void a_missing_header_is_found() {
        fails("the header X-Request-Id is missing", () -> live(Map.of(), JSON, "{\"status\":\"up\"}"));
        fails("the header WWW-Authenticate is missing", () -> wrongCredentials("\"data\":null", HEADERS));
    }

    @Test
    void a_header_of_another_form_is_found() {
        String busy = "{\"success\":false,\"message\":\"m\",\"data\":null}";
        fails(
                "the header Retry-After",
                () -> holds("POST", "/api/auth/login", 503, with("Retry-After", "soon"), JSON, busy));
        fails(
                "the header Retry-After",
                () -> holds("POST", "/api/auth/login", 503, with("Retry-After", "0"), JSON, busy));
        assertThatCode(() -> holds("POST", "/api/auth/login", 503, with("Retry-After", "1"), JSON, busy))
                .doesNotThrowAnyException();
    }

    @Test
    void a_content_type_that_is_not_listed_is_found() {
        fails("none of", () -> live(HEADERS, "text/html; charset=utf-8", "{\"status\":\"up\"}"));
        fails("none of", () -> live(HEADERS, null, "{\"status\":\"up\"}"));
    }

    @Test
    void a_missing_charset_is_found() {
        fails("charset=utf-8", () -> live(HEADERS, "application/json", "{\"status\":\"up\"}"));
    }

    @Test
    void what_is_no_json_is_found() {
        fails("not JSON", () -> live(HEADERS, JSON, "{\"status\":"));
        fails("not JSON", () -> live(HEADERS, JSON, "{\"status\":\"up\"} {}"));
        fails("not JSON", () -> live(HEADERS, JSON, "{\"status\":\"up\",\"status\":\"up\"}"));
    }

    @Test
    void formats_and_types_count() {
        fails("created_at", () -> tenant("2026-01-30T12:00:00Z", 1));
        fails("created_at", () -> tenant("2026-13-30T12:00:00.000Z", 1));
        fails("id", () -> tenant("2026-01-30T12:00:00.000Z", "1"));
        fails("X-Request-Id", () -> live(Map.of("X-Request-Id", List.of("1")), JSON, "{\"status\":\"up\"}"));
    }

    @Test
    void an_email_may_have_any_domain_but_must_be_one() {
        assertThatCode(() -> tokenPairOwner("a@acme.example")).doesNotThrowAnyException();
        assertThatCode(() -> tokenPairOwner("a.b+c@host.localhost")).doesNotThrowAnyException();
        fails("email", () -> tokenPairOwner("a@"));
        fails("email", () -> tokenPairOwner("a b@acme.example"));
    }

    @Test
    void a_body_where_none_belongs_is_found() {
        fails("no body", () -> holds("DELETE", "/api/v1/session", 204, HEADERS, JSON, "{}"));
        fails("no body", () -> holds("HEAD", "/health/live", 200, HEADERS, JSON, "{}"));
        fails("no body", () -> holds("OPTIONS", "/api/v1/me", 204, HEADERS, JSON, "{}"));
        assertThatCode(() -> holds("HEAD", "/health/live", 200, HEADERS, JSON, ""))
                .doesNotThrowAnyException();
        assertThatCode(() -> holds("OPTIONS", "/api/v1/me", 204, HEADERS, null, ""))
                .doesNotThrowAnyException();
    }

    @Test
    void a_method_that_a_path_has_not_is_405_in_the_words_of_the_path() {
        Map<String, List<String>> allow = with("Allow", "POST, OPTIONS");
        String tenants = "{\"success\":false,\"message\":\"Method not allowed\"}";
        assertThatCode(() -> holds("GET", "/api/tenants/login", 405, allow, JSON, tenants))
                .doesNotThrowAnyException();
        fails("Allow", () -> holds("GET", "/api/tenants/login", 405, HEADERS, JSON, tenants));
        fails("message", () -> holds("GET", "/api/tenants/login", 405, allow, JSON, "{\"detail\":\"no\"}"));
    }

    @Test
    void a_path_of_nobody_is_404_as_a_problem() {
        String problem = "{\"type\":\"/problems/not_found\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"Not found\",\"code\":\"not_found\",\"requestId\":\"" + ID + "\"}";
        assertThatCode(() -> holds("GET", "/nowhere", 404, HEADERS, PROBLEM, problem))
                .doesNotThrowAnyException();
        fails("none of", () -> holds("GET", "/nowhere", 404, HEADERS, JSON, problem));
        fails("none of", () -> holds("GET", "/api/auth/nowhere", 404, HEADERS, PROBLEM, problem));
        fails("status", () -> holds("GET", "/nowhere", 404, HEADERS, PROBLEM, problem.replace("404", "400")));
    }

    @Test
    void a_path_of_nobody_beside_those_of_a_contract_is_404_in_its_words() {
        String tenants = "{\"success\":false,\"message\":\"Not found\"}";
        String frontendAuth = "{\"message\":\"Not found\"}";
        assertThatCode(() -> holds("GET", "/api/tenants", 404, HEADERS, JSON, tenants))
                .doesNotThrowAnyException();
        assertThatCode(() -> holds("GET", "/api/auth/x", 404, HEADERS, JSON, frontendAuth))
                .doesNotThrowAnyException();
        fails("message", () -> holds("GET", "/api/auth/x", 404, HEADERS, JSON, "{}"));
    }

    @Test
    void a_sign_in_has_all_tokens_or_none() {
        Map<String, List<String>> headers = with("Cache-Control", "no-store");
        String user = "\"user\":{\"id\":\"" + ID + "\",\"email\":\"a@example.com\",\"emailVerified\":true,"
                + "\"firstName\":null,\"lastName\":null,\"fullName\":\"\"},\"tenant\":null,\"role\":null";
        String common = "{\"tokenType\":\"Bearer\",\"expiresIn\":3600," + user;
        assertThatCode(() -> holds("POST", "/api/v1/session", 200, headers, JSON, common + "}"))
                .doesNotThrowAnyException();
        fails(
                "accessToken",
                () -> holds("POST", "/api/v1/session", 200, headers, JSON, common + ",\"accessToken\":\"a.b.c\"}"));
        fails("Cache-Control", () -> holds("POST", "/api/v1/session", 200, HEADERS, JSON, common + "}"));
    }

    private static void live(Map<String, List<String>> headers, String contentType, String body) {
        holds("GET", "/health/live", 200, headers, contentType, body);
    }

    private static void wrongCredentials(String rest, Map<String, List<String>> headers) {
        String body = "{\"success\":false,\"message\":\"Invalid credentials\"," + rest + "}";
        holds("POST", "/api/auth/login", 401, headers, JSON, body);
    }

    private static void tenant(String createdAt, Object id) {
        String number = id instanceof String text ? '"' + text + '"' : id.toString();
        String body = "{\"success\":true,\"message\":\"Tenant registered successfully\",\"data\":{\"tenant\":{\"id\":"
                + number
                + ",\"name\":\"Acme\",\"email\":\"a@example.com\",\"status\":\"active\",\"created_at\":\"" + createdAt
                + "\",\"updated_at\":\"2026-01-30T12:00:00.000Z\"}}}";
        holds("POST", "/api/tenants/register", 201, with("Cache-Control", "no-store"), JSON, body);
    }

    private static void tokenPairOwner(String email) {
        String body = "{\"id\":\"" + ID + "\",\"email\":\"" + email + "\",\"email_verified\":true,\"first_name\":\"\","
                + "\"last_name\":\"\",\"full_name\":\"\",\"organization\":null,\"role\":null,\"memberships\":[]}";
        holds("GET", "/api/auth/me", 200, HEADERS, JSON, body);
    }

    private static Map<String, List<String>> with(String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.put(name, List.of(value));
        return headers;
    }

    private static void holds(
            String method, String path, int status, Map<String, List<String>> headers, String type, String body) {
        CONTRACT.holds(method, path, status, headers, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void fails(String message, Runnable violation) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(violation::run)
                .withMessageContaining(message);
    }
}
