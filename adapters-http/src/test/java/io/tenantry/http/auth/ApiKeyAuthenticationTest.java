package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.http.Company;
import io.tenantry.http.GivenKeys;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyAuthenticationTest {
    private static final GivenKeys KEYS = new GivenKeys();

    private static TestServer server;
    private static Company company;
    private static String key;

    @BeforeAll
    static void start() {
        server = TestServer.setup().ports(KEYS::in).start();
        company = Company.in(server);
        key = KEYS.ofOwner(company, "tenant:read tenant:write");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_key_calls_by_either_header() {
        assertThat(tenant("Authorization", "Bearer " + key).status()).isEqualTo(200);
        assertThat(tenant("Authorization", "bearer " + key).status()).isEqualTo(200);
        assertThat(tenant("X-API-Key", key).status()).isEqualTo(200);
        assertThat(tenant("x-api-key", key).status()).isEqualTo(200);
    }

    @Test
    void what_is_no_key_is_401_with_a_challenge() {
        for (String bad : new String[] {GivenKeys.unknown(), key + "0", key.substring(1), "tk_", "x", "tk_ " + key}) {
            challenged(tenant("X-API-Key", bad));
            challenged(tenant("Authorization", "Bearer " + bad));
        }
        challenged(tenant("X-API-Key", ""));
    }

    @Test
    void a_key_is_shown_in_one_header_once() {
        String owner = company.owner().bearer();
        challenged(tenant("X-API-Key", key, "X-API-Key", key));
        challenged(tenant("X-API-Key", key, "Authorization", "Bearer " + key));
        challenged(tenant("X-API-Key", key, "Authorization", owner));
        challenged(tenant("X-API-Key", key, "Authorization", "Basic YTpi"));
        challenged(tenant("Authorization", "Bearer " + key, "Authorization", owner));
        challenged(tenant("X-API-Key", key + ", " + key));
    }

    @Test
    void a_token_of_a_user_is_no_key() {
        challenged(tenant("X-API-Key", company.owner().accessToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "api_key", "apiKey", "X-API-Key", "access_token", "Authorization", "token"})
    void R14_2_1_a_key_in_the_query_is_not_looked_at(String name) {
        assertThat(server.client().get(company.path("?" + name + "=" + key)).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantry_access", "__Host-tenantry_access", "X-API-Key", "tenantry_refresh"})
    void a_key_in_a_cookie_is_not_looked_at(String name) {
        challenged(tenant("Cookie", name + "=" + key));
    }

    @Test
    void a_bad_key_is_not_made_good_by_a_cookie() {
        String cookie = "tenantry_access=" + company.owner().accessToken();
        assertThat(tenant("Cookie", cookie).status()).isEqualTo(200);
        challenged(tenant("Cookie", cookie, "X-API-Key", GivenKeys.unknown()));
    }

    @Test
    void who_shows_a_key_calls_by_it_whatever_cookies_came_along() {
        Reply reply = patch("Cookie", "tenantry_access=" + company.owner().accessToken(), "X-API-Key", key);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(server.tenantry().audit())
                .filteredOn(event -> event.action() == AuditAction.TENANT_CHANGED)
                .last()
                .satisfies(event -> assertThat(event.actor())
                        .isEqualTo(Actor.apiKey(KEYS.principal(key).key())));
    }

    @Test
    void no_page_of_another_site_can_make_a_browser_show_a_key() {
        String cookie = "tenantry_access=" + company.owner().accessToken();
        assertThat(patch("Cookie", cookie, "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(patch("Cookie", cookie, "Sec-Fetch-Site", "cross-site", "X-API-Key", key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void cookies_beside_a_key_refresh_nothing() {
        Reply reply =
                server.client().post("/api/v1/session/refresh", "{}", "Cookie", "tenantry_refresh=x", "X-API-Key", key);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.all("Set-Cookie")).isEmpty();
    }

    @Test
    void a_key_does_not_sign_anybody_out() {
        assertThat(server.client().delete("/api/v1/session", "X-API-Key", key).status())
                .isEqualTo(403);
    }

    @Test
    void a_key_is_only_looked_at_where_it_is_asked_for() {
        assertThat(server.client()
                        .get("/api/v1/slugs/acme", "X-API-Key", GivenKeys.unknown())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void calls_are_counted_that_were_let_pass_and_no_others() {
        String fresh = KEYS.ofOwner(company, "tenant:read");
        tenant("X-API-Key", fresh);
        tenant("Authorization", "Bearer " + fresh);
        server.client().get(company.path("/members"), "X-API-Key", fresh);
        server.client().get("/api/v1/tenants/no-id", "X-API-Key", fresh);
        server.client().get("/api/v1/me", "X-API-Key", fresh);
        assertThat(KEYS.counted()).filteredOn(KEYS.principal(fresh)::equals).hasSize(2);
    }

    @Test
    void a_call_that_cannot_be_counted_is_answered_all_the_same() {
        try (TestServer failing = TestServer.setup()
                .ports(ports -> PortsFixture.withKeys(ports, (shown, device) -> KEYS.principal(shown), by -> {
                    throw new IllegalStateException();
                }))
                .start()) {
            Company other = Company.in(failing);
            String its = KEYS.ofOwner(other, "tenant:read");
            assertThat(failing.client().get(other.path(""), "X-API-Key", its).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void R16_3_2_a_key_that_reaches_beyond_its_scopes_is_noted_and_its_secret_is_not() {
        String narrow = KEYS.ofOwner(company, "members:read");
        assertThat(tenant("X-API-Key", narrow).status()).isEqualTo(403);
        assertThat(server.tenantry().audit())
                .filteredOn(event -> event.action() == AuditAction.ACCESS_REFUSED)
                .last()
                .satisfies(event -> {
                    assertThat(event.actor())
                            .isEqualTo(Actor.apiKey(KEYS.principal(narrow).key()));
                    assertThat(event.data()).containsEntry("route", "/api/v1/tenants/{id}");
                    assertThat(event.toString()).doesNotContain(narrow);
                });
    }

    @Test
    void a_header_of_bytes_that_are_no_text_is_never_a_fault() {
        byte[] request = ("GET " + company.path("")
                        + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: tk_\u00e4\u00ff\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(RawHttp.send(server, request).status()).isBetween(400, 401);
        String encoded = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        challenged(tenant("Authorization", "Basic " + encoded));
    }

    private static void challenged(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    }

    private static Reply tenant(String... headers) {
        return server.client().get(company.path(""), headers);
    }

    private static Reply patch(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        byte[] body = "{\"name\":\"Renamed\"}".getBytes(StandardCharsets.UTF_8);
        return server.client().send("PATCH", company.path(""), body, all);
    }
}
