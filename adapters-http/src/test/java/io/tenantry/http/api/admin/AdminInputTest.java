package io.tenantry.http.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Company;
import io.tenantry.http.Operator;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators send that cannot be used, and what they may look for. */
class AdminInputTest {
    private static TestServer server;
    private static Person operator;
    private static Company company;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        operator = Operator.of(server);
        company = Company.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenants?status=ACTIVE",
                "tenants?status=gone",
                "tenants?limit=0",
                "tenants?limit=x",
                "tenants?cursor=x",
                "tenants?query=a&query=b",
                "users?limit=101",
                "users?cursor=MjU",
                "users?query=a&query=b",
                "audit?action=nothing",
                "audit?actor=x",
                "audit?from=yesterday",
                "audit?to=2026-02-30T00:00:00Z",
                "audit?limit=-1",
                "audit?cursor=%00"
            })
    void R2_2_1_what_is_no_search_is_400(String search) {
        Reply reply = operator.get("/api/v1/admin/" + search);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "367", "-1", "+7", "07", "1.5", "7d", "99999999999999999999", "7&days=7", "%00"})
    void R2_2_1_what_is_no_number_of_days_is_400(String days) {
        Reply reply = operator.get("/api/v1/admin/stats?days=" + days);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
        assertThat(reply.json().at("/errors/days").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenants", "users"})
    void what_is_searched_for_has_200_characters_at_the_most_of_any_kind(String what) {
        String query = "/api/v1/admin/" + what + "?query=";
        assertThat(operator.get(query + "a".repeat(200)).status()).isEqualTo(200);
        assertThat(operator.get(query + "a".repeat(201)).status()).isEqualTo(400);
        assertThat(operator.get(query + "%27%3B%20DROP%20TABLE%20tenant%3B").status())
                .isEqualTo(200);
        for (String odd : new String[] {"%25_%5C", "%00", "%ED%A0%80", "%F0%9F%92%A9", "%26%7C!%3A*"}) {
            assertThat(operator.get(query + odd).status()).as(odd).isEqualTo(400);
        }
    }

    @Test
    void the_audit_is_read_by_what_was_done_when_and_by_whom() {
        operator.patch("/api/v1/admin/tenants/" + company.id(), "{\"plan\":\"PRO\"}");
        String audit = "/api/v1/admin/audit?action=tenant.terms_changed&actor=" + Company.userId(operator);
        Reply found = operator.get(audit + "&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z");
        assertThat(found.json().get("items")).hasSize(1);
        assertThat(found.at("/items/0/actor/type")).isEqualTo("operator");
        assertThat(found.at("/items/0/actor/label")).isEqualTo(operator.email());
        assertThat(found.at("/items/0/target/type")).isEqualTo("tenant");
        assertThat(found.at("/items/0/target/id")).isEqualTo(company.id());
        assertThat(operator.get(audit + "&from=2027-01-01T00:00:00Z").json().get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"ACTIVE\"}        | status",
                "{\"status\":null}            | status",
                "{\"status\":1}               | status",
                "{\"status\":[\"active\"]}      | status",
                "{\"plan\":\"free\"}            | plan",
                "{\"plan\":\"\"}                | plan",
                "{\"plan\":null}              | plan",
                "{\"plan\":{}}                | plan",
                "{\"quotaLimit\":-1}          | quotaLimit",
                "{\"quotaLimit\":\"1\"}         | quotaLimit",
                "{\"quotaLimit\":1.5}         | quotaLimit",
                "{\"quotaLimit\":1e400}       | quotaLimit",
                "{\"quotaLimit\":null}        | quotaLimit",
                "{\"quotaLimit\":true}        | quotaLimit",
                "{\"quotaLimit\":9007199254740992} | quotaLimit",
                "{\"quotaLimit\":99999999999999999999999} | quotaLimit"
            })
    void R2_2_1_what_cannot_be_is_400(String body, String field) {
        Reply reply = operator.patch("/api/v1/admin/tenants/" + company.id(), body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/" + field).isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"disabled\":null}",
                "{\"disabled\":\"true\"}",
                "{\"disabled\":1}",
                "{\"disabled\":[]}",
                "[]",
                "{"
            })
    void R2_2_1_what_is_neither_true_nor_false_is_400(String body) {
        assertThat(operator.patch("/api/v1/admin/users/" + Company.userId(company.member()), body)
                        .status())
                .isEqualTo(400);
        assertThat(company.member().isSignedIn()).isTrue();
    }
}
