package io.tenantry.http.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.http.Company;
import io.tenantry.http.Person;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller writes gives them more than the membership that they have. */
class HostileTenantInputTest {
    private static final String PRIVILEGED = """
            "id":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c","number":99,"status":"suspended","plan":"GOLD","quotaLimit":1,
            "domain":"evil.example","tenantId":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c","schema":"public","ownerId":"%s",
            "removedAfter":"2026-01-01T00:00:00.000Z","createdAt":"1999-01-01T00:00:00.000Z","isAdmin":true,"operator":true,
            "emailVerified":true,"passwordHash":"x","scopes":["*"],"verified":true,"primary":true,"challenge":"x",
            "userId":"%s","email":"evil@example.com","joinedAt":"1999-01-01T00:00:00.000Z\"""";

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
    void R8_2_3_privileged_members_of_a_tenants_change_are_never_applied() {
        JsonNode before = tenant();
        Reply changed = company.admin()
                .patch(company.path(""), privileged("\"name\":\"Harmless\",\"slug\":\"evil\",\"role\":\"owner\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/role")).isEqualTo("admin");
        assertThat(tenant())
                .isEqualTo(((ObjectNode) before.deepCopy())
                        .put("name", "Harmless")
                        .set("updatedAt", tenant().get("updatedAt")));
    }

    @Test
    void R8_2_3_privileged_members_of_a_new_tenant_are_never_applied() {
        Person person = Person.verified(server);
        Reply made = person.post(
                "/api/v1/tenants", privileged("\"name\":\"Modest\",\"role\":\"member\",\"requireMfa\":true"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/id")).isNotEqualTo("0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c");
        assertThat(made.at("/status")).isEqualTo("active");
        assertThat(made.at("/plan")).isEqualTo("FREE");
        assertThat(made.json().get("quotaLimit").asInt()).isEqualTo(10_000);
        assertThat(made.at("/domain")).isEqualTo(made.at("/slug") + ".localhost");
        assertThat(made.json().get("requireMfa").asBoolean(true)).isFalse();
        assertThat(made.at("/contactEmail")).isEqualTo(person.email());
        assertThat(made.at("/role")).isEqualTo("owner");
    }

    @Test
    void R8_2_3_privileged_members_of_a_members_change_are_never_applied() {
        JsonNode before = member(company.member());
        Reply changed =
                company.admin().patch(company.path("/members", company.member()), privileged("\"role\":\"admin\""));
        assertThat(changed.json()).isEqualTo(((ObjectNode) before.deepCopy()).put("role", "admin"));
        assertThat(company.member().me().json().get("operator").asBoolean(true)).isFalse();
        company.admin().patch(company.path("/members", company.member()), "{\"role\":\"member\"}");
    }

    @Test
    void R8_2_3_a_claimed_domain_is_pending_whatever_the_body_says() {
        Reply claimed = company.admin()
                .post(company.path("/domains"), privileged("\"host\":\"own.example\",\"txtRecord\":null"));
        assertThat(claimed.status()).isEqualTo(201);
        assertThat(claimed.at("/status")).isEqualTo("pending");
        assertThat(claimed.json().get("primary").asBoolean(true)).isFalse();
    }

    @Test
    void R8_4_1_neither_header_nor_query_nor_host_nor_body_widens_anything() {
        Company other = Company.in(server);
        String[] headers = {
            "Authorization",
            company.owner().bearer(),
            "X-Tenant-ID",
            other.id(),
            "X-Forwarded-Host",
            other.slug() + ".localhost",
            "Host",
            other.slug() + ".localhost"
        };
        String query = "?tenantId=" + other.id() + "&tenant=" + other.slug() + "&id=" + other.id() + "&role=owner";
        for (String path : List.of("", "/members", "/domains", "/audit")) {
            assertThat(server.client().get(other.path(path) + query, headers).status())
                    .isEqualTo(404);
        }
        assertThat(server.client().get(company.path("") + query, headers).at("/id"))
                .isEqualTo(company.id());
        assertThat(server.client()
                        .get("/api/v1/tenants" + query, headers)
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .containsExactly(company.id());
        byte[] body = "{\"name\":\"Mine\",\"tenantId\":\"%s\",\"id\":\"%s\"}"
                .formatted(other.id(), other.id())
                .getBytes(StandardCharsets.UTF_8);
        Reply changed = server.client()
                .send("PATCH", company.path("") + query, body, and(headers, "Content-Type", "application/json"));
        assertThat(changed.at("/id")).isEqualTo(company.id());
        assertThat(other.owner().get(other.path("")).at("/name")).isEqualTo("Company");
    }

    static Stream<Arguments> hostileFields() {
        Stream<String> fields = Stream.of(
                "POST /api/v1/tenants {\"name\":%s}",
                "POST /api/v1/tenants {\"name\":\"Fine\",\"slug\":%s}",
                "PATCH {tenant} {\"name\":%s}",
                "PATCH {tenant} {\"contactEmail\":%s}",
                "PATCH {tenant} {\"requireMfa\":%s}",
                "DELETE {tenant} {\"password\":%s,\"slug\":\"company\"}",
                "DELETE {tenant} {\"password\":\"correct horse battery\",\"slug\":%s}",
                "PATCH {tenant}/members/{member} {\"role\":%s}",
                "PATCH {tenant}/members/{member} {\"role\":\"member\",\"apiKeys\":%s}",
                "POST {tenant}/domains {\"host\":%s}");
        List<String> values = List.of(
                "[]",
                "{}",
                "1",
                "-1",
                "1e400",
                "[\"owner\"]",
                "\"\\u0000\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"a\\r\\nb\"",
                "\"" + "x".repeat(50_000) + "\"",
                "\"" + "\uD83D\uDE00".repeat(101) + "\"");
        return fields.flatMap(field -> values.stream().map(value -> Arguments.of(field, value)));
    }

    @ParameterizedTest
    @MethodSource("hostileFields")
    void R2_2_1_a_hostile_value_in_any_field_is_400(String call, String value) {
        String[] parts = call.split(" ", 3);
        String path =
                parts[1].replace("{tenant}", company.path("")).replace("{member}", Company.userId(company.member()));
        byte[] body = parts[2].replace("%s", value).getBytes(StandardCharsets.UTF_8);
        Reply reply = server.client()
                .send(
                        parts[0],
                        path,
                        body,
                        "Authorization",
                        company.owner().bearer(),
                        "Content-Type",
                        "application/json");
        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tenant}/members/%27",
                "{tenant}/members/%F0%9F%98%80",
                "{tenant}/domains/a%20b",
                "{tenant}/domains/localhost:8080",
                "{tenant}/domains/%E2%84%AA.example",
                "/api/v1/tenants/0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c'--/members/x"
            })
    void R2_2_1_a_hostile_part_of_a_path_is_404_like_an_absent_one(String path) {
        assertThat(company.owner()
                        .delete(path.replace("{tenant}", company.path("")), null)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{tenant}/members/%00", "{tenant}/domains/a%00.example", "/api/v1/tenants/%00/members/x"})
    void R2_2_1_a_nul_in_a_path_is_refused_before_any_route(String path) {
        assertThat(company.owner()
                        .delete(path.replace("{tenant}", company.path("")), null)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members?limit=0",
                "members?limit=101",
                "members?limit=x",
                "members?limit",
                "members?limit=2&limit=3",
                "members?cursor=",
                "members?cursor=%00",
                "members?cursor=%zz",
                "members?cursor=0",
                "members?cursor=AAAA",
                "members?cursor=________________________________",
                "members?cursor=gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "domains?cursor=x",
                "audit?action=%00",
                "audit?action=drop.table",
                "audit?actor=me",
                "audit?actor=%27",
                "audit?from=yesterday",
                "audit?from=2026-01-30",
                "audit?to=2026-13-01T00:00:00Z",
                "audit?to=+1000000000-12-31T23:59:59Z",
                "audit?to=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z",
                "audit?limit=-1"
            })
    void R2_2_1_a_hostile_query_is_400_and_names_the_parameter(String query) {
        String path = company.path("/" + query);
        Reply reply = RawHttp.sendChecked(
                server, "GET", path, """
                GET %s HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                \r
                """.formatted(path, company.owner().bearer()));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(query).contains(reply.json().get("errors").fieldNames().next());
    }

    private static JsonNode tenant() {
        return company.owner().get(company.path("")).json();
    }

    private static JsonNode member(Person person) {
        String user = Company.userId(person);
        return company.owner()
                .get(company.path("/members"))
                .json()
                .get("items")
                .valueStream()
                .filter(member -> member.get("userId").asText().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private static String privileged(String members) {
        String self = Company.userId(company.admin());
        return "{" + members + "," + PRIVILEGED.formatted(self, self) + "}";
    }

    private static String[] and(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }
}
