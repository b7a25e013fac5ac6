package io.tenantry.http.api.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.membership.Role;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberRoutesTest {
    private static TestServer server;

    private Company company;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void found() {
        company = Company.in(server);
    }

    @Test
    void a_member_shows_who_they_are_and_since_when() {
        JsonNode items = company.member().get(company.path("/members")).json().get("items");
        assertThat(items.findValuesAsText("email"))
                .containsExactlyInAnyOrder(
                        company.owner().email(),
                        company.admin().email(),
                        company.member().email());
        assertThat(items.findValuesAsText("role")).containsExactlyInAnyOrder("owner", "admin", "member");
        assertThat(items.findValuesAsText("fullName")).contains("Ada Lovelace");
        JsonNode owner = member(company.owner());
        assertThat(owner.get("joinedAt").asText()).startsWith("2026-01-01T");
        assertThat(owner.get("lastSeenAt").asText()).startsWith("2026-01-01T");
        assertThat(member(company.admin()).get("lastSeenAt").isNull()).isTrue();
    }

    @Test
    void the_list_comes_in_pages_each_member_once() {
        for (int i = 0; i < 4; i++) {
            company.join(Person.verified(server), Role.MEMBER);
        }
        List<String> seen = new ArrayList<>();
        String query = "?limit=2";
        while (query != null) {
            JsonNode page =
                    company.admin().get(company.path("/members" + query)).json();
            assertThat(page.get("items")).hasSizeBetween(1, 2);
            page.get("items").findValuesAsText("userId").forEach(seen::add);
            JsonNode next = page.get("nextCursor");
            query = next.isNull() ? null : "?limit=2&cursor=" + next.asText();
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void R8_3_2_demotion_holds_at_the_very_next_request() {
        assertThat(company.admin().get(company.path("/audit")).status()).isEqualTo(200);
        Reply demoted = role(company.owner(), company.admin(), "member");
        assertThat(demoted.at("/role")).isEqualTo("member");
        assertThat(company.admin().get(company.path("/audit")).status()).isEqualTo(403);
        assertThat(company.admin()
                        .patch(company.path(""), "{\"name\":\"Mine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(company.admin().get(company.path("")).at("/role")).isEqualTo("member");
    }

    @Test
    void R8_3_2_removal_holds_at_the_very_next_request() {
        Person gone = Person.signIn(server, company.member().email());
        assertThat(gone.me().at("/tenant/id")).isEqualTo(company.id());
        assertThat(remove(company.admin(), gone).status()).isEqualTo(204);
        for (String path : List.of("", "/members", "/domains", "/audit")) {
            assertThat(gone.get(company.path(path)).status()).isEqualTo(404);
        }
        assertThat(gone.me().json().get("tenant").isNull()).isTrue();
        assertThat(remove(company.admin(), gone).status()).isEqualTo(404);
    }

    @Test
    void who_leaves_is_no_member_any_more() {
        assertThat(company.member().post(company.path("/leave"), "{}").status()).isEqualTo(204);
        assertThat(company.member().get(company.path("")).status()).isEqualTo(404);
        assertThat(company.member().post(company.path("/leave"), null).status()).isEqualTo(404);
        assertThat(company.member().get("/api/v1/tenants").json().get("items")).isEmpty();
    }

    @Test
    void the_last_owner_stays_one_whatever_they_do() {
        Person owner = company.owner();
        for (Reply refused :
                List.of(role(owner, owner, "admin"), remove(owner, owner), owner.post(company.path("/leave"), null))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/code")).isEqualTo("last_owner");
        }
        assertThat(owner.get(company.path("")).at("/role")).isEqualTo("owner");
    }

    @Test
    void an_owner_makes_another_and_may_leave_then() {
        assertThat(role(company.owner(), company.member(), "owner").at("/role")).isEqualTo("owner");
        assertThat(company.owner().post(company.path("/leave"), null).status()).isEqualTo(204);
        assertThat(role(company.member(), company.admin(), "owner").status()).isEqualTo(200);
    }

    @Test
    void who_is_no_member_is_404_whether_they_exist_or_not() {
        Person stranger = Person.verified(server);
        assertThat(role(company.owner(), stranger, "member").status()).isEqualTo(404);
        assertThat(remove(company.owner(), stranger).status()).isEqualTo(404);
        assertThat(company.owner()
                        .patch(company.path("/members/" + UUID.randomUUID()), "{\"role\":\"member\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_becomes_of_api_keys_may_be_said() {
        String path = company.path("/members", company.member());
        assertThat(company.owner()
                        .patch(path, "{\"role\":\"admin\",\"apiKeys\":\"keep\"}")
                        .status())
                .isEqualTo(200);
        assertThat(company.owner()
                        .patch(path, "{\"role\":\"member\",\"apiKeys\":null}")
                        .status())
                .isEqualTo(200);
        assertThat(company.owner().delete(path + "?apiKeys=keep", null).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};role",
                "{\"role\":null};role",
                "{\"role\":\"\"};role",
                "{\"role\":\"OWNER\"};role",
                "{\"role\":\"operator\"};role",
                "{\"role\":\"owner,admin\"};role",
                "{\"role\":\"member\",\"apiKeys\":\"drop\"};apiKeys",
                "{\"role\":\"member\",\"apiKeys\":\"\"};apiKeys"
            })
    void a_role_or_what_becomes_of_keys_that_is_none_is_400(String body, String field) {
        Reply refused = company.owner().patch(company.path("/members", company.member()), body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/" + field).isTextual()).isTrue();
    }

    @Test
    void a_query_that_says_something_else_of_keys_is_400_and_removes_nobody() {
        for (String query : List.of("?apiKeys=", "?apiKeys=drop", "?apiKeys=keep&apiKeys=drop")) {
            Reply refused = company.owner().delete(company.path("/members", company.member()) + query, null);
            assertThat(refused.status()).isEqualTo(400);
        }
        assertThat(company.member().get(company.path("")).status()).isEqualTo(200);
    }

    @Test
    void R_CSRF_a_strange_page_changes_nothing_in_its_visitors_tenant() {
        Reply opened = server.client()
                .post("/api/v1/session", """
                {"email":"%s","password":"%s","session":"cookie"}""".formatted(company.owner().email(), People.PASSWORD));
        String cookie = "tenantry_access=" + opened.cookie("tenantry_access").orElseThrow();
        String path = company.path("/members", company.member());
        Reply strange = server.client().delete(path, "Cookie", cookie, "Sec-Fetch-Site", "cross-site");
        assertThat(strange.at("/code")).isEqualTo("foreign_origin");
        byte[] form = "a=b".getBytes(StandardCharsets.UTF_8);
        assertThat(server.client()
                        .send("POST", company.path("/leave"), form, "Cookie", cookie, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(company.owner().get(company.path("")).at("/role")).isEqualTo("owner");
        assertThat(server.client()
                        .delete(path, "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(204);
    }

    private Reply role(Person by, Person of, String role) {
        return by.patch(company.path("/members", of), "{\"role\":\"" + role + "\"}");
    }

    private Reply remove(Person by, Person whom) {
        return by.delete(company.path("/members", whom), null);
    }

    private JsonNode member(Person person) {
        return company.owner()
                .get(company.path("/members"))
                .json()
                .get("items")
                .valueStream()
                .filter(member -> member.get("email").asText().equals(person.email()))
                .findFirst()
                .orElseThrow();
    }
}
