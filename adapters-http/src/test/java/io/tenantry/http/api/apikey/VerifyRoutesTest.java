package io.tenantry.http.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.GivenKeys;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyRoutesTest {
    private static TestServer server;
    private static Company company;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        company = Company.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_good_key_tells_whose_it_is_and_what_is_left() {
        Company fresh = Company.in(server);
        ApiKey key = ApiKey.of(fresh, "members:read", "billing:read");
        Reply reply = verify("{\"key\":\"%s\",\"scope\":\"billing:read\",\"units\":3}".formatted(key.secret()));
        Reply tenant = fresh.owner().get(fresh.path(""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("""
                {"valid":true,"keyId":"%s","name":"Billing","scopes":["billing:read","members:read"],\
                "tenant":{"id":"%s","number":%s,"name":"Company","slug":"%s"},\
                "quota":{"limit":10000,"used":3,"remaining":9997}}""".formatted(key.id(), fresh.id(), tenant.at("/number"), tenant.at("/slug")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", " ", "tk_", "\\u0000", "\\ud800", "tk_\u00e4"})
    void whatever_is_no_key_is_unknown(String shown) {
        Reply reply = verify("{\"key\":\"%s\"}".formatted(shown));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"valid\":false,\"reason\":\"unknown\"}");
    }

    @Test
    void why_a_key_is_not_good_is_said_in_a_word() {
        Company suspended = Company.in(server);
        ApiKey key = ApiKey.of(suspended, "billing:read");
        assertThat(verify("{\"key\":\"%s\"}".formatted(GivenKeys.unknown())).at("/reason"))
                .isEqualTo("unknown");
        assertThat(verify("{\"key\":\"%s\",\"scope\":\"billing:write\"}".formatted(key.secret()))
                        .at("/reason"))
                .isEqualTo("scope_missing");
        assertThat(verify("{\"key\":\"%s\",\"units\":10001}".formatted(key.secret()))
                        .at("/reason"))
                .isEqualTo("quota_exceeded");
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(
                        new TenantId(UUID.fromString(suspended.id())), TenantStatus.SUSPENDED));
        assertThat(key.verify().at("/reason")).isEqualTo("tenant_suspended");
    }

    @Test
    void R7_4_2_a_revoked_key_is_no_good() {
        ApiKey key = ApiKey.of(company);
        assertThat(key.verify().json().get("valid").booleanValue()).isTrue();
        company.owner().delete(key.path(company, ""), null);
        assertThat(key.verify().text()).isEqualTo("{\"valid\":false,\"reason\":\"revoked\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key | {}",
                "key | {\"key\":null}",
                "key | {\"key\":1}",
                "key | {\"key\":[\"x\"]}",
                "key | {\"key\":{}}",
                "scope | {\"key\":\"x\",\"scope\":\"\"}",
                "scope | {\"key\":\"x\",\"scope\":\"a b\"}",
                "scope | {\"key\":\"x\",\"scope\":[]}",
                "scope | {\"key\":\"x\",\"scope\":1}",
                "units | {\"key\":\"x\",\"units\":-1}",
                "units | {\"key\":\"x\",\"units\":1000000001}",
                "units | {\"key\":\"x\",\"units\":0.5}",
                "units | {\"key\":\"x\",\"units\":\"1\"}",
                "units | {\"key\":\"x\",\"units\":true}",
                "units | {\"key\":\"x\",\"units\":1e400}",
                "units | {\"key\":\"x\",\"units\":18446744073709551617}"
            })
    void R2_2_1_what_cannot_be_asked_is_400_and_names_the_field(String field, String body) {
        Reply reply = verify(body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly(field);
    }

    @Test
    void what_may_be_left_open_may_be_null() {
        ApiKey key = ApiKey.of(company);
        assertThat(verify("{\"key\":\"%s\",\"scope\":null,\"units\":null}".formatted(key.secret()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R14_2_1_a_key_in_the_query_or_a_header_is_not_looked_at() {
        ApiKey key = ApiKey.of(company);
        Reply reply = server.client()
                .post("/api/v1/api-keys/verify?key=" + key.secret(), "{\"key\":\"x\"}", "X-API-Key", key.secret());
        assertThat(reply.at("/reason")).isEqualTo("unknown");
    }

    @Test
    void R6_3_1_an_address_that_guesses_waits_while_known_keys_are_answered() {
        try (TestServer limited = TestServer.setup().policies(Policies.STANDARD).start()) {
            Company one = Company.in(limited);
            ApiKey known = ApiKey.of(one);
            ApiKey fresh = ApiKey.of(one, "tenant:read");
            known.verify();
            for (int i = 0; i < KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
                limited.client().post("/api/v1/api-keys/verify", body(GivenKeys.unknown()));
            }
            Reply refused = limited.client().post("/api/v1/api-keys/verify", body(GivenKeys.unknown()));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(known.verify().json().get("valid").booleanValue()).isTrue();
            assertThat(fresh.get(one.path("")).status()).isIn(200, 429);
            assertThat(limited.client()
                            .get(one.path(""), "X-API-Key", GivenKeys.unknown())
                            .status())
                    .isEqualTo(429);
        }
    }

    private static String body(String key) {
        return "{\"key\":\"%s\"}".formatted(key);
    }

    private static Reply verify(String body) {
        return server.client().post("/api/v1/api-keys/verify", body);
    }
}
