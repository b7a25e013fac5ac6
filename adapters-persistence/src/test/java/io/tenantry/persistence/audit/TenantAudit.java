package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEventFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The audit of a tenant that was just registered, and whoever can change everything in it. */
record TenantAudit(Tenant tenant, UserId user) {

    static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();
    static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00.120456Z");

    private static final PersistenceForTests PERSISTENCE = PersistenceForTests.on(DATABASE, 24);

    static TenantAudit empty() {
        Registration registration = Registration.by(ports());
        return new TenantAudit(registration.tenant(), registration.owner().id());
    }

    /** With so many events, a second apart. */
    static TenantAudit of(int events) {
        TenantAudit audit = empty();
        audit.add(IntStream.range(0, events).mapToObj(audit::event).toList());
        return audit;
    }

    static PostgresPersistence ports() {
        return PERSISTENCE.ports();
    }

    /** The event at that second. */
    AuditEvent event(int second) {
        return AuditEventFixture.in(tenant, user, BEGIN.plusSeconds(second));
    }

    /** In one transaction. */
    void add(List<AuditEvent> events) {
        ports().transactions().acrossTenants(() -> {
            events.forEach(ports().auditEvents()::add);
            return true;
        });
    }

    AuditChain verify() {
        return ports().transactions()
                .inTenant(tenant.id(), () -> ports().auditEvents().verify());
    }

    int removeBefore(int second, int limit) {
        return ports().transactions()
                .inTenant(tenant.id(), () -> ports().auditEvents().removeBefore(BEGIN.plusSeconds(second), limit));
    }

    void eraseDevices() {
        ports().transactions().acrossTenants(() -> {
            ports().auditEvents().eraseDevices(user, List.of(tenant));
            return true;
        });
    }

    /** Statements of whoever can change everything, with the tenant's tables in reach of bare names. */
    List<String> sql(String... statements) throws SQLException {
        String[] all = new String[statements.length + 1];
        all[0] = "set local search_path = " + tenant.schema();
        System.arraycopy(statements, 0, all, 1, statements.length);
        return Sql.query(DATABASE.superuser(), all);
    }
}
