package io.tenantry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.mail.DeliverMail.Delivered;
import io.tenantry.domain.mail.Outbox.Backlog;
import io.tenantry.domain.session.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void the_machine_is_measured_from_the_beginning() {
        assertThat(metrics.text())
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads", "process_cpu_usage", "jvm_gc_")
                .contains("tenantry_mails_total{outcome=\"sent\"} 0.0")
                .contains("tenantry_mails_backlog{state=\"waiting\"} 0.0");
    }

    @Test
    void requests_are_measured_by_method_route_and_status() {
        metrics.answered("GET", "/api/v1/users/{id}/avatar", 200, Duration.ofMillis(30));
        metrics.answered("GET", "/api/v1/users/{id}/avatar", 200, Duration.ofMillis(3));

        assertThat(metrics.text().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count{")
                        && line.contains("method=\"GET\"")
                        && line.contains("route=\"/api/v1/users/{id}/avatar\"")
                        && line.contains("status=\"200\"")
                        && line.endsWith(" 2"))
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket{")
                        && line.contains("le=\"0.025\"")
                        && line.endsWith(" 1"));
    }

    @Test
    void a_method_that_somebody_made_up_is_no_name_of_its_own() {
        metrics.answered("BREW\"} 1", "none", 405, Duration.ZERO);

        assertThat(metrics.text()).contains("method=\"other\"").doesNotContain("BREW");
    }

    @Test
    void mails_are_counted_and_the_backlog_is_told() {
        metrics.delivered(new Delivered(2, 1, 0));
        metrics.delivered(new Delivered(1, 0, 4));
        metrics.backlog(new Backlog(17, 5));

        assertThat(metrics.text())
                .contains("tenantry_mails_total{outcome=\"sent\"} 3.0")
                .contains("tenantry_mails_total{outcome=\"postponed\"} 1.0")
                .contains("tenantry_mails_total{outcome=\"given_up\"} 4.0")
                .contains("tenantry_mails_backlog{state=\"waiting\"} 17.0")
                .contains("tenantry_mails_backlog{state=\"given_up\"} 5.0");
    }

    @Test
    void events_of_the_audit_are_counted_by_what_they_are_and_how_they_ended() {
        metrics.happened(event(AuditEvent.Outcome.REFUSED));
        metrics.happened(event(AuditEvent.Outcome.REFUSED));
        metrics.happened(event(AuditEvent.Outcome.SUCCESS));

        assertThat(metrics.text())
                .contains("tenantry_security_events_total{event=\"session.sign_in\",outcome=\"refused\"} 2.0")
                .contains("tenantry_security_events_total{event=\"session.sign_in\",outcome=\"success\"} 1.0");
    }

    private static AuditEvent event(AuditEvent.Outcome outcome) {
        return new AuditEvent(
                UUID.randomUUID(),
                Instant.EPOCH,
                AuditAction.SIGN_IN,
                Actor.ANONYMOUS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Device.UNKNOWN,
                outcome,
                Map.of());
    }
}
