package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private static TestServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        token = People.signIn(server, People.owner(server)).at("/accessToken");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void a_bearer_token_tells_who_calls(String scheme) {
        assertThat(me("Authorization", scheme + token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YWRtaW46YWRtaW4=",
                "Token x",
                "Bearer a b",
                "Bearer x.y.z",
                "Bearer null"
            })
    void anything_else_is_401_with_a_challenge_and_never_a_fault(String header) {
        Reply reply = me("Authorization", header);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void R8725_2_4_a_token_counts_as_it_was_sent_whatever_came_before_on_the_connection() {
        String mutated = token.toUpperCase(Locale.ROOT);
        for (int i = 0; i < 3; i++) {
            assertThat(me("Authorization", "Bearer " + mutated).status()).isEqualTo(401);
            assertThat(me("Authorization", "Bearer " + token).status()).isEqualTo(200);
        }
    }

    @Test
    void two_headers_are_one_too_many() {
        assertThat(me("Authorization", "Bearer " + token, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void R14_2_1_a_token_in_the_query_is_not_looked_at() {
        for (String name : new String[] {"access_token", "token", "tenantry_access", "Authorization"}) {
            assertThat(server.client().get("/api/v1/me?" + name + "=" + token).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_bad_header_is_not_made_good_by_a_cookie() {
        assertThat(me("Authorization", "Bearer x", "Cookie", "tenantry_access=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(me("Cookie", "tenantry_access=" + token).status()).isEqualTo(200);
    }

    @Test
    void a_cookie_that_came_twice_counts_for_nothing() {
        assertThat(me("Cookie", "tenantry_access=" + token + "; tenantry_access=" + token)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantry_access=\"", "=;=;", "tenantry_access", "\u0001", "a=b; tenantry_access=x; é=1"})
    void a_malformed_cookie_is_never_a_fault(String cookie) {
        Reply reply = io.tenantry.http.RawHttp.send(
                server, "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n");
        assertThat(reply.status()).isBetween(400, 401);
    }

    @Test
    void R8_2_3_no_header_moves_the_caller_to_another_tenant() {
        Reply reply = me(
                "Authorization",
                "Bearer " + token,
                "X-Tenant-ID",
                UUID.randomUUID().toString());
        assertThat(reply.json().get("tenant"))
                .isEqualTo(me("Authorization", "Bearer " + token).json().get("tenant"));
    }

    @Test
    void R7_4_2_suspending_a_tenant_stops_its_tokens() {
        Reply signedIn = People.signIn(server, People.owner(server));
        TenantId tenant = new TenantId(UUID.fromString(signedIn.at("/tenant/id")));
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(tenant, TenantStatus.SUSPENDED));
        assertThat(me("Authorization", "Bearer " + signedIn.at("/accessToken")).status())
                .isEqualTo(401);
    }

    private static Reply me(String... headers) {
        return server.client().get("/api/v1/me", headers);
    }
}
