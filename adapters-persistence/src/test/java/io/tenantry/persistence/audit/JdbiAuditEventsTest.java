package io.tenantry.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEventFixture;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.FailingDataSource;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is written down, and who is told of it when. */
class JdbiAuditEventsTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private final Instant now = TimeFixture.now();
    private final UserId user = UserFixture.aUser().id();
    private final AuditEvent first = AuditEventFixture.by(user, AuditAction.SIGN_IN, now.plusSeconds(2));
    private final AuditEvent second = AuditEventFixture.refused(user, now.plusSeconds(1));
    private final List<AuditEvent> told = new ArrayList<>();

    @Test
    void R16_3_1_each_event_is_told_of_in_order_once_it_is_committed_and_not_before() {
        try (PostgresPersistence ports = open(told::add)) {
            ports.transactions().outsideTenants(() -> {
                ports.auditEvents().add(first);
                ports.auditEvents().add(second);
                assertThat(told).isEmpty();
                return true;
            });

            assertThat(told).containsExactly(first, second);
        }
    }

    @Test
    void who_is_told_may_use_the_ports_for_the_transaction_is_over() {
        List<AuditEvent> found = new ArrayList<>();
        List<PostgresPersistence> opened = new ArrayList<>();
        try (PostgresPersistence ports = open(event -> found.addAll(about(opened.get(0))))) {
            opened.add(ports);

            add(ports, first);

            assertThat(found).containsExactly(first);
        }
    }

    @Test
    void of_what_was_rolled_back_nobody_is_told_not_even_by_a_later_transaction() {
        try (PostgresPersistence ports = open(told::add)) {
            assertThatThrownBy(() -> ports.transactions().outsideTenants(() -> {
                        ports.auditEvents().add(first);
                        throw new IllegalArgumentException("stop");
                    }))
                    .hasMessage("stop");
            add(ports, second);

            assertThat(told).containsExactly(second);
        }
    }

    @Test
    void of_what_could_not_be_committed_nobody_is_told() {
        FailingDataSource link = new FailingDataSource(DATABASE.server());
        try (PostgresPersistence ports = PersistenceForTests.builder(DATABASE, link.dataSource())
                .onAudit(told::add)
                .open()) {
            link.failAt(2);

            assertThatThrownBy(() -> add(ports, first)).isInstanceOf(Unavailable.class);

            assertThat(link.steps()).isEqualTo(2);
            assertThat(told).isEmpty();
            assertThat(about(ports)).isEmpty();
        }
    }

    @Test
    void R16_5_4_who_throws_when_told_of_one_is_told_of_the_next_and_disturbs_nobody() {
        Consumer<AuditEvent> fragile = event -> {
            told.add(event);
            throw new IllegalStateException("disk full");
        };
        try (PostgresPersistence ports = open(fragile)) {
            ports.transactions().outsideTenants(() -> {
                ports.auditEvents().add(first);
                ports.auditEvents().add(second);
                return true;
            });

            assertThat(told).containsExactly(first, second);
            assertThat(about(ports)).containsExactly(first, second);
        }
    }

    @Test
    void RMT_an_event_of_a_tenant_stands_in_the_tenants_own_schema_with_all_that_is_known() throws SQLException {
        try (PostgresPersistence ports = open(told::add)) {
            Registration registration = Registration.by(ports);
            AuditEvent event = AuditEventFixture.in(registration.tenant(), user, now);

            add(ports, event);

            assertThat(Sql.query(
                            DATABASE.superuser(),
                            "select concat_ws(' ', id, action, actor_kind, actor_id, subject, outcome, address, detail)"
                                    + " from " + registration.tenant().schema() + ".audit_event"))
                    .containsExactly(event.id() + " session.sign_in user " + user + " " + user + " success 203.0.113.7"
                            + " {\"method\": \"password\", \"contract\": \"native, \\\"quoted\\\" {a}\"}");
            assertThat(told).containsExactly(event);
            assertThat(Sql.query(
                            DATABASE.superuser(), "select 1 from tenantry.audit_event where id = '" + event.id() + "'"))
                    .isEmpty();
        }
    }

    @Test
    void an_action_that_only_a_newer_version_knows_hides_no_other_event() throws SQLException {
        try (PostgresPersistence ports = open(told::add)) {
            add(ports, first);
            add(ports, second);
            Sql.query(
                    DATABASE.superuser(),
                    "update tenantry.audit_event set action = 'of.tomorrow' where id = '" + first.id() + "'");

            assertThat(about(ports)).containsExactly(second);
        }
    }

    private List<AuditEvent> about(PostgresPersistence ports) {
        return ports.transactions().outsideTenants(() -> ports.auditEvents().about(user, 9));
    }

    private static void add(PostgresPersistence ports, AuditEvent event) {
        ports.transactions().outsideTenants(() -> {
            ports.auditEvents().add(event);
            return true;
        });
    }

    private static PostgresPersistence open(Consumer<AuditEvent> onAudit) {
        return PersistenceForTests.builder(DATABASE, DATABASE.server())
                .onAudit(onAudit)
                .open();
    }
}
