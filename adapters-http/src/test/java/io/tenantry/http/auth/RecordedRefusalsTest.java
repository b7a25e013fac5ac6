package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.http.Person;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.RawHttp;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedRefusalsTest {
    @Test
    void R16_3_2_a_strange_pages_request_is_noted_with_its_route_reason_and_origin() {
        try (TestServer server = TestServer.start()) {
            refusedByOrigin(server, Person.verified(server));
            AuditEvent event = refusals(server).get(0);
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
            assertThat(event.actor()).isEqualTo(Actor.ANONYMOUS);
            assertThat(event.data()).isEqualTo(Map.of("reason", "foreign_origin", "route", "/api/v1/me/sessions/{id}"));
            assertThat(event.device().address().orElseThrow()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        }
    }

    @Test
    void R16_3_2_so_is_a_call_of_a_route_that_is_for_nobody() {
        try (TestServer server = TestServer.setup()
                .beside(config -> config.routes.get("/unsaid/{thing}", ctx -> ctx.status(200)))
                .start()) {
            RawHttp.send(server, "GET /unsaid/secret HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(refusals(server))
                    .singleElement()
                    .satisfies(event -> assertThat(event.data())
                            .isEqualTo(Map.of("reason", "forbidden", "route", "/unsaid/{thing}")));
        }
    }

    @Test
    void what_is_refused_otherwise_is_not_noted_here() {
        try (TestServer server = TestServer.start()) {
            server.client().get("/api/v1/me");
            server.client().get("/nowhere");
            server.client().post("/api/v1/session", "{}");
            assertThat(refusals(server)).isEmpty();
        }
    }

    @Test
    void a_refusal_that_cannot_be_noted_is_one_all_the_same() {
        try (TestServer server = TestServer.setup()
                .ports(ports -> PortsFixture.withRecordRefusal(ports, command -> {
                    throw new IllegalStateException();
                }))
                .start()) {
            assertThat(refusedByOrigin(server, Person.verified(server))).isEqualTo(403);
        }
    }

    private static int refusedByOrigin(TestServer server, Person person) {
        return server.client()
                .delete(
                        "/api/v1/me/sessions/some-secret",
                        "Cookie",
                        "tenantry_access=" + person.accessToken(),
                        "Sec-Fetch-Site",
                        "cross-site")
                .status();
    }

    private static List<AuditEvent> refusals(TestServer server) {
        return server.tenantry().audit().stream()
                .filter(event -> event.action() == AuditAction.ACCESS_REFUSED)
                .toList();
    }
}
