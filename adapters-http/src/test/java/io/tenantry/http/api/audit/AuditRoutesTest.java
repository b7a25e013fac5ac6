package io.tenantry.http.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.http.Company;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditRoutesTest {
    private final TestServer server = TestServer.start();

    private Company company;

    @BeforeEach
    void found() {
        company = Company.in(server);
        server.tenantry().clock().advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_event_names_who_did_what_to_whom_and_from_where() {
        company.admin().patch(company.path(""), "{\"name\":\"Renamed\"}");
        JsonNode event = items("?action=tenant.changed").get(0);
        assertThat(event.at("/actor/type").asText()).isEqualTo("user");
        assertThat(event.at("/actor/id").asText()).isEqualTo(Company.userId(company.admin()));
        assertThat(event.at("/actor/label").asText()).isEqualTo(company.admin().email());
        assertThat(event.at("/target/type").asText()).isEqualTo("tenant");
        assertThat(event.at("/target/id").asText()).isEqualTo(company.id());
        assertThat(event.at("/target/label").asText()).isEqualTo("Renamed");
        assertThat(event.get("ip").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(event.get("outcome").asText()).isEqualTo("success");
    }

    @Test
    void a_label_is_what_they_are_called_now_and_goes_with_them() {
        String member = Company.userId(company.member());
        company.owner().patch(company.path("/members", company.member()), "{\"role\":\"admin\"}");
        assertThat(items("?action=member.role_changed")
                        .get(0)
                        .at("/target/label")
                        .asText())
                .isEqualTo(company.member().email());
        company.member().delete("/api/v1/me", "{\"password\":\"correct horse battery\"}");
        JsonNode event = items("?action=member.role_changed").get(0);
        assertThat(event.at("/target/id").asText()).isEqualTo(member);
        assertThat(event.at("/target/label").isNull()).isTrue();
    }

    @Test
    void it_is_filtered_by_action_actor_and_time() {
        company.owner().patch(company.path(""), "{\"name\":\"First\"}");
        Instant between = server.tenantry().clock().instant().plusSeconds(30);
        server.tenantry().clock().advance(Duration.ofMinutes(1));
        company.admin().patch(company.path(""), "{\"name\":\"Second\"}");
        assertThat(items("?action=tenant.changed")).hasSize(2);
        assertThat(items("?action=tenant.changed&actor=" + Company.userId(company.admin())))
                .hasSize(1);
        assertThat(items("?action=tenant.changed&actor=&from=&to=")).hasSize(2);
        assertThat(items("?action=tenant.changed&from=" + between)).hasSize(1);
        assertThat(items("?action=tenant.changed&to=" + between)).hasSize(1);
        assertThat(items("?action=tenant.changed&from=" + between + "&to=" + between))
                .isEmpty();
        assertThat(items("?action=tenant.changed&from=2026-01-01T01:00:00%2B01:00"))
                .hasSize(2);
        assertThat(items("?actor=0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c")).isEmpty();
    }

    @Test
    void it_comes_in_pages_the_newest_first_each_event_once() {
        for (int i = 0; i < 6; i++) {
            company.owner().patch(company.path(""), "{\"name\":\"Number " + i + "\"}");
            server.tenantry().clock().advance(Duration.ofSeconds(i % 2));
        }
        List<String> seen = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String query = "?action=tenant.changed&limit=4";
        while (query != null) {
            JsonNode page = company.owner().get(company.path("/audit" + query)).json();
            page.get("items").findValuesAsText("at").forEach(times::add);
            page.get("items").forEach(event -> seen.add(event.get("id").asText()));
            JsonNode next = page.get("nextCursor");
            query = next.isNull() ? null : "?action=tenant.changed&limit=4&cursor=" + next.asText();
        }
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void R8_2_2_it_holds_nothing_of_other_tenants() {
        Company other = Company.in(server);
        other.owner().patch(other.path(""), "{\"name\":\"Elsewhere\"}");
        assertThat(company.owner().get(company.path("/audit?limit=100")).text())
                .doesNotContain(other.id(), Company.userId(other.owner()), "Elsewhere");
    }

    @Test
    void R16_3_1_who_wanted_what_they_may_not_is_noted() {
        Reply refused = company.member().patch(company.path(""), "{\"name\":\"Mine\"}");
        assertThat(refused.status()).isEqualTo(403);
        List<AuditEvent> noted = server.tenantry().audit().stream()
                .filter(event -> event.action() == AuditAction.ACCESS_REFUSED)
                .toList();
        assertThat(noted).singleElement().satisfies(event -> {
            assertThat(event.data()).isEqualTo(Map.of("reason", "forbidden", "route", "/api/v1/tenants/{id}"));
            assertThat(event.actor().id().orElseThrow()).hasToString(Company.userId(company.member()));
        });
    }

    @Test
    void a_state_that_refuses_everybody_is_not_noted_as_a_trespass() {
        Person.owner(server).post("/api/v1/tenants", "{\"name\":\"Second\"}");
        assertThat(server.tenantry().audit()).noneMatch(event -> event.action() == AuditAction.ACCESS_REFUSED);
    }

    private JsonNode items(String query) {
        return company.owner().get(company.path("/audit" + query)).json().get("items");
    }
}
