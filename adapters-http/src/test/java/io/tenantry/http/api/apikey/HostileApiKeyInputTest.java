package io.tenantry.http.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no key, no scope and no time is 400 and names the field, and is never a fault. */
class HostileApiKeyInputTest {
    private static TestServer server;
    private static Company company;
    private static ApiKey key;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        company = Company.in(server);
        key = ApiKey.of(company, "keys:*");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | null",
                "name | 1",
                "name | []",
                "name | {}",
                "name | \"\"",
                "name | \"  \"",
                "name | \"a\\u0000b\"",
                "name | \"a\\u0007b\"",
                "name | \"\\ud800\"",
                "scopes | null",
                "scopes | \"tenant:read\"",
                "scopes | {}",
                "scopes | 1",
                "scopes | true",
                "scopes | [null]",
                "scopes | [1]",
                "scopes | [[\"tenant:read\"]]",
                "scopes | [\"tenant:read\", {}]",
                "scopes | [\"\"]",
                "scopes | [\"*\"]",
                "scopes | [\"*:*\"]",
                "scopes | [\"Tenant:read\"]",
                "scopes | [\"tenant:read \"]",
                "scopes | [\"tenant:read members:read\"]",
                "scopes | [\"tenant\"]",
                "scopes | [\"tenant:re\\u0000ad\"]",
                "scopes | [\"tenant:r\u0117ad\"]",
                "expiresAt | 1",
                "expiresAt | {}",
                "expiresAt | \"\"",
                "expiresAt | \"tomorrow\"",
                "expiresAt | \"2100-01-01\"",
                "expiresAt | \"2100-01-01T00:00:00\"",
                "expiresAt | \"2100-02-30T00:00:00Z\"",
                "expiresAt | \"2020-01-01T00:00:00Z\"",
                "expiresAt | \"0000-01-01T00:00:00Z\"",
                "expiresAt | \"9999-12-31T23:59:59-18:00\"",
                "expiresAt | \"+12345-01-01T00:00:00Z\"",
                "expiresAt | \"2100-01-01T00:00:00+99:00\""
            })
    void R2_2_1_a_key_to_be_made_is_held_against_the_rules(String field, String value) {
        String body = "{\"name\":\"x\",\"scopes\":[]}".replaceAll("\"" + field + "\":[^,}]+,?", "");
        String hostile = "{\"" + field + "\":" + value + "," + body.substring(1);
        Reply reply = company.owner().post(company.path("/api-keys"), hostile.replace(",}", "}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly(field);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Reply reply = company.owner().post(company.path("/api-keys"), "{\"expiresAt\":\"x\"}");
        assertThat(reply.json().get("errors").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("name", "scopes", "expiresAt");
    }

    @Test
    void names_and_scopes_are_as_long_and_as_many_as_they_may_be() {
        assertThat(made("n".repeat(100), Collections.nCopies(50, "a:b"))).isEqualTo(201);
        assertThat(made("n".repeat(101), List.of())).isEqualTo(400);
        assertThat(made("n", Collections.nCopies(51, "a:b"))).isEqualTo(400);
        assertThat(made("n", List.of("a:" + "b".repeat(98)))).isEqualTo(201);
        assertThat(made("n", List.of("a:" + "b".repeat(99)))).isEqualTo(400);
    }

    @Test
    void nobody_sets_what_is_not_theirs_to_set() {
        Reply made = company.owner().post(company.path("/api-keys"), """
                {"name":"x","scopes":[],"id":"%s","key":"tk_mine","createdBy":"%s","tenantId":"x","requests":9,\
                "active":false,"revokedAt":"2020-01-01T00:00:00Z"}""".formatted(key.id(), key.id()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/id")).isNotEqualTo(key.id());
        assertThat(made.at("/createdBy")).isEqualTo(Company.userId(company.owner()));
        assertThat(made.json().get("active").booleanValue()).isTrue();
        assertThat(made.at("/requests")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"\"}", "{\"name\":[]}", "{\"name\":\"a\\nb\"}"})
    void a_name_is_not_taken_away(String body) {
        assertThat(company.owner().patch(key.path(company, ""), body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "604801", "1.5", "1e2", "\"60\"", "true", "[]", "{}", "99999999999999999999", "1e400"})
    void R2_2_1_an_overlap_is_whole_seconds_of_a_week_at_the_most(String seconds) {
        Reply reply = company.owner().post(key.path(company, "/rotate"), "{\"overlapSeconds\":" + seconds + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/overlapSeconds")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "[]", "null", "1", "\"x\"", "{\"name\":1,\"name\":2}", "{\"name\":\"x\"}x", "\u0000"})
    void R2_2_1_a_body_that_is_no_object_is_400(String body) {
        String all = company.path("/api-keys");
        assertThat(company.owner().post(all, body).status()).isEqualTo(400);
        assertThat(company.owner().post(key.path(company, "/rotate"), body).status())
                .isEqualTo(400);
        assertThat(company.owner().patch(key.path(company, ""), body).status()).isEqualTo(400);
        assertThat(server.client().post("/api/v1/api-keys/verify", body).status())
                .isEqualTo(400);
    }

    @Test
    void R2_2_1_depth_and_size_are_bounded() {
        String deep = "{\"scopes\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String large = "{\"key\":\"" + "k".repeat(70_000) + "\"}";
        assertThat(company.owner().post(company.path("/api-keys"), deep).status())
                .isEqualTo(400);
        assertThat(server.client().post("/api/v1/api-keys/verify", deep).status())
                .isEqualTo(400);
        assertThat(server.client().post("/api/v1/api-keys/verify", large).status())
                .isEqualTo(413);
        assertThat(server.client()
                        .postAs(
                                "text/plain",
                                "/api/v1/api-keys/verify",
                                "{\"key\":\"x\"}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        byte[] latin = "{\"key\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(server.client()
                        .postAs("application/json", "/api/v1/api-keys/verify", latin)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_id_that_is_none_is_404() {
        for (String id : List.of("x", key.secret(), "0", key.id() + "0")) {
            assertThat(company.owner().get(company.path("/api-keys/" + id)).status())
                    .isEqualTo(404);
        }
    }

    private static int made(String name, List<String> scopes) {
        String body = ApiKey.body(scopes.toArray(String[]::new)).replace("Billing", name);
        return company.owner().post(company.path("/api-keys"), body).status();
    }
}
