package io.tenantry.http.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.http.Company;
import io.tenantry.http.Operator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminTenantRoutesTest {
    private static final String ALL = "/api/v1/admin/tenants";

    private final TestServer server = TestServer.start();
    private final Person operator = Operator.of(server);
    private final Company company = Company.in(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_tenant_is_shown_with_its_terms_and_how_many_are_in_it() {
        JsonNode shown = operator.get(ALL).json().at("/items/0");
        assertThat(shown.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "number",
                        "name",
                        "slug",
                        "status",
                        "contactEmail",
                        "plan",
                        "quotaLimit",
                        "domain",
                        "requireMfa",
                        "createdAt",
                        "updatedAt",
                        "members",
                        "removedAfter");
        assertThat(shown.get("id").asText()).isEqualTo(company.id());
        assertThat(shown.get("members").asInt()).isEqualTo(3);
        assertThat(shown.get("domain").asText()).isEqualTo(company.slug() + ".localhost");
        assertThat(shown.get("removedAfter").isNull()).isTrue();
    }

    @Test
    void tenants_are_searched_by_words_and_status_a_page_at_a_time() {
        String other = register("Analytical Engines");
        register("Difference Engines");
        assertThat(ids("?query=engin%20ANALYT")).containsExactly(other);
        assertThat(ids("?query=engines&limit=1")).hasSize(1).doesNotContain(other);
        String next = operator.get(ALL + "?query=engines&limit=1").at("/nextCursor");
        assertThat(ids("?query=engines&limit=1&cursor=" + next)).containsExactly(other);
        assertThat(ids("?query=nothing")).isEmpty();
        assertThat(ids("?query=&status=")).hasSize(3);
        change(other, "{\"status\":\"suspended\"}");
        assertThat(ids("?status=suspended")).containsExactly(other);
        assertThat(ids("?status=active")).hasSize(2);
    }

    @Test
    void a_search_has_200_characters_at_the_most() {
        assertThat(operator.get(ALL + "?query=" + "a".repeat(200)).status()).isEqualTo(200);
        assertThat(operator.get(ALL + "?query=" + "a".repeat(201)).status()).isEqualTo(400);
        for (String nothing : new String[] {"%25", "_", "%00", "%27%3B--", "%F0%9F%98%80"}) {
            assertThat(operator.get(ALL + "?query=" + nothing).status())
                    .as(nothing)
                    .isEqualTo(400);
        }
        assertThat(operator.get(ALL + "?query=%27%3B%20DROP%20TABLE%20tenant%3B%25_%5C")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_named_changes_and_the_rest_stays() {
        Reply plan = change(company.id(), "{\"plan\":\"PRO-2\"}");
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.at("/plan")).isEqualTo("PRO-2");
        assertThat(plan.at("/quotaLimit")).isEqualTo("10000");
        Reply quota = change(company.id(), "{\"quotaLimit\":9007199254740991}");
        assertThat(quota.at("/plan")).isEqualTo("PRO-2");
        assertThat(quota.at("/quotaLimit")).isEqualTo("9007199254740991");
        assertThat(quota.at("/status")).isEqualTo("active");
        assertThat(change(company.id(), "{}").at("/plan")).isEqualTo("PRO-2");
        assertThat(company.owner().get(company.path("")).at("/plan")).isEqualTo("PRO-2");
    }

    @Test
    void R7_4_2_suspending_closes_a_tenant_to_its_members_at_once() {
        assertThat(change(company.id(), "{\"status\":\"suspended\"}").at("/status"))
                .isEqualTo("suspended");
        assertThat(company.owner().get(company.path("/members")).status()).isIn(401, 403);
        assertThat(signIn(company.owner()).status()).isEqualTo(403);
        change(company.id(), "{\"status\":\"active\"}");
        assertThat(signIn(company.owner()).status()).isEqualTo(200);
    }

    @Test
    void what_its_owner_has_closed_can_be_restored_for_seven_days() {
        String slug = company.slug();
        Reply closed = company.owner().delete(company.path(""), """
                {"password":"%s","slug":"%s"}""".formatted(People.PASSWORD, slug));
        assertThat(closed.status()).isEqualTo(204);
        JsonNode shown = operator.get(ALL).json().at("/items/0");
        assertThat(shown.get("status").asText()).isEqualTo("inactive");
        assertThat(shown.get("removedAfter").asText()).startsWith("2026-01-08T");
        Reply restored = operator.post(ALL + "/" + company.id() + "/restore", "{}");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.at("/status")).isEqualTo("active");
        assertThat(restored.json().get("removedAfter").isNull()).isTrue();
        assertThat(signIn(company.owner()).status()).isEqualTo(200);
    }

    @Test
    void what_nobody_closed_cannot_be_restored() {
        Reply reply = operator.post(ALL + "/" + company.id() + "/restore", "{}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/code")).isEqualTo("conflict");
    }

    @Test
    void what_an_operator_does_to_a_tenant_stands_in_its_audit_and_in_the_installations() {
        change(company.id(), "{\"plan\":\"PRO\"}");
        assertThat(actions(company.owner().get(company.path("/audit")))).contains("tenant.terms_changed");
        assertThat(actions(operator.get("/api/v1/admin/audit"))).contains("tenant.terms_changed");
    }

    @Test
    void R_CSRF_a_strange_page_cannot_use_its_visitors_rights() {
        Reply reply = server.client()
                .send(
                        "PATCH",
                        ALL + "/" + company.id(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "Cookie",
                        "tenantry_access=" + operator.accessToken(),
                        "Sec-Fetch-Site",
                        "cross-site",
                        "Content-Type",
                        "application/json");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("foreign_origin");
    }

    private Reply change(String tenant, String body) {
        return operator.patch(ALL + "/" + tenant, body);
    }

    private String register(String name) {
        server.tenantry().clock().advance(Duration.ofSeconds(1));
        Reply reply =
                server.client().post("/api/tenants/register", """
                {"name":"%s","email":"%s","password":"%s"}""".formatted(name, People.newEmail(), People.PASSWORD));
        assertThat(reply.status()).isEqualTo(201);
        return operator.get(ALL).at("/items/0/id");
    }

    private List<String> ids(String query) {
        return operator.get(ALL + query).json().get("items").findValuesAsText("id");
    }

    private Reply signIn(Person person) {
        return server.client().post("/api/v1/session", People.credentials(person.email(), People.PASSWORD));
    }

    private static List<String> actions(Reply audit) {
        return audit.json().get("items").findValuesAsText("action");
    }
}
