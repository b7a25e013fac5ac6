package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEventFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.audit.AuditEvents} must do. */
public abstract class AuditEventsContract extends PortContract {

    /** So long ago that no other test's event is removed. */
    private static final Instant ANCIENT = Instant.parse("1980-01-01T00:00:00Z");

    private final Instant now = TimeFixture.now();

    @Test
    void an_event_of_every_kind_comes_back_as_it_was() {
        for (AuditAction action : AuditAction.values()) {
            UserId user = storedUser().id();
            AuditEvent event = added(AuditEventFixture.by(user, action, now));

            assertThat(about(user)).containsExactly(event);
        }
    }

    @Test
    void an_event_of_which_little_is_known_comes_back_as_it_was() {
        UserId user = storedUser().id();
        AuditEvent event = added(AuditEventFixture.refused(user, now));

        assertThat(about(user)).containsExactly(event);
    }

    @Test
    void events_about_a_user_and_by_them_come_once_each_the_newest_first() {
        UserId operator = storedUser().id();
        UserId user = storedUser().id();
        AuditEvent own = added(AuditEventFixture.by(operator, AuditAction.SIGN_IN, now));
        AuditEvent toAnother = added(AuditEventFixture.byOperator(operator, user, now.plusSeconds(1)));
        AuditEvent refused = added(AuditEventFixture.refused(operator, now.plusSeconds(2)));
        AuditEvent anothers = added(AuditEventFixture.by(user, AuditAction.SIGN_IN, now.plusSeconds(3)));

        assertThat(about(operator)).containsExactly(refused, toAnother, own);
        assertThat(about(user)).containsExactly(anothers, toAnother);
    }

    @Test
    void no_more_events_come_than_the_limit_the_newest_of_all() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        added(AuditEventFixture.by(user, AuditAction.SIGN_IN, now));
        AuditEvent second = added(AuditEventFixture.byOperator(user, other, now.plusSeconds(1)));
        AuditEvent third = added(AuditEventFixture.by(user, AuditAction.SIGN_IN, now.plusSeconds(2)));

        assertThat(outside(() -> ports().auditEvents().about(user, 2))).containsExactly(third, second);
        assertThat(outside(() -> ports().auditEvents().about(user, 1))).containsExactly(third);
    }

    @Test
    void RMT_an_event_of_a_tenant_is_in_its_audit_alone_whatever_the_scope() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        Tenant other = tenantWithSchema();
        AuditEvent event = AuditEventFixture.in(tenant, user, ANCIENT.minusSeconds(1));
        doIn(tenant.id(), () -> ports().auditEvents().add(again(event)));
        doIn(other.id(), () -> ports().auditEvents().add(again(event)));
        doOutside(() -> ports().auditEvents().add(again(event)));
        across(() -> {
            ports().auditEvents().add(again(event));
            return true;
        });

        assertThat(about(user)).isEmpty();
        assertThat(in(other.id(), () -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isZero();
        assertThat(in(tenant.id(), () -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isEqualTo(4);
    }

    @Test
    void an_event_of_the_installation_is_in_its_audit_in_whatever_scope_it_was_noted() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        AuditEvent event = AuditEventFixture.by(user, AuditAction.PASSWORD_CHANGED, now);

        doIn(tenant.id(), () -> ports().auditEvents().add(event));

        assertThat(about(user)).containsExactly(event);
        assertThat(across(() -> ports().auditEvents().about(user, 9))).containsExactly(event);
        assertThat(in(tenant.id(), () -> ports().auditEvents().about(user, 9))).isEmpty();
    }

    @Test
    void RMT_in_the_scope_of_a_tenant_its_audit_is_looked_at_and_no_other() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        Tenant other = tenantWithSchema();
        AuditEvent older = added(AuditEventFixture.in(tenant, user, now));
        AuditEvent newer = added(AuditEventFixture.in(tenant, user, now.plusSeconds(1)));
        AuditEvent elsewhere = added(AuditEventFixture.in(other, user, now));
        added(AuditEventFixture.in(tenant, storedUser().id(), now));
        AuditEvent installations = added(AuditEventFixture.by(user, AuditAction.SIGN_IN, now));

        assertThat(in(tenant.id(), () -> ports().auditEvents().about(user, 9))).containsExactly(newer, older);
        assertThat(in(tenant.id(), () -> ports().auditEvents().about(user, 1))).containsExactly(newer);
        assertThat(in(other.id(), () -> ports().auditEvents().about(user, 9))).containsExactly(elsewhere);
        assertThat(across(() -> ports().auditEvents().about(user, 9))).containsExactly(installations);
    }

    @Test
    void a_tenant_that_is_being_registered_has_its_event_at_once() {
        UserId user = storedUser().id();
        NewTenant wanted = TenantFixture.aNewTenant();
        doIn(wanted.id(), () -> {
            Tenant tenant = founded(wanted);
            ports().auditEvents().add(AuditEventFixture.in(tenant, user, ANCIENT.minusSeconds(1)));
        });

        assertThat(in(wanted.id(), () -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isEqualTo(1);
    }

    @Test
    void R16_3_1_what_was_rolled_back_leaves_no_event() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        Rollback.of(() -> doIn(tenant.id(), () -> {
            ports().auditEvents().add(AuditEventFixture.by(user, AuditAction.SIGN_IN, now));
            ports().auditEvents().add(AuditEventFixture.in(tenant, user, ANCIENT.minusSeconds(1)));
            throw new Rollback();
        }));

        assertThat(about(user)).isEmpty();
        assertThat(in(tenant.id(), () -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isZero();
    }

    @Test
    void what_is_older_is_removed_from_the_installations_audit_so_many_at_once_the_oldest_first() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        added(AuditEventFixture.by(user, AuditAction.SIGN_IN, ANCIENT.minusSeconds(3)));
        AuditEvent old = added(AuditEventFixture.by(user, AuditAction.SIGN_IN, ANCIENT.minusSeconds(2)));
        AuditEvent young = added(AuditEventFixture.by(user, AuditAction.SIGN_IN, ANCIENT));
        added(AuditEventFixture.in(tenant, user, ANCIENT.minusSeconds(1)));

        assertThat(outside(() -> ports().auditEvents().removeBefore(ANCIENT, 1)))
                .isEqualTo(1);
        assertThat(about(user)).containsExactly(young, old);
        assertThat(outside(() -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isEqualTo(1);
        assertThat(outside(() -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isZero();

        assertThat(about(user)).containsExactly(young);
        assertThat(in(tenant.id(), () -> ports().auditEvents().removeBefore(ANCIENT, 9)))
                .isEqualTo(1);
        outside(() -> ports().auditEvents().removeBefore(ANCIENT.plusSeconds(1), 9));
    }

    private Tenant tenantWithSchema() {
        NewTenant wanted = TenantFixture.aNewTenant();
        return in(wanted.id(), () -> founded(wanted));
    }

    private Tenant founded(NewTenant wanted) {
        Tenant tenant = ports().tenants().add(wanted).orElseThrow();
        ports().tenantSchemas().create(tenant.id(), tenant.schema());
        return tenant;
    }

    private AuditEvent added(AuditEvent event) {
        doOutside(() -> ports().auditEvents().add(event));
        return event;
    }

    private List<AuditEvent> about(UserId user) {
        return outside(() -> ports().auditEvents().about(user, 100));
    }

    private static AuditEvent again(AuditEvent event) {
        return AuditEventFixture.in(
                event.tenant().orElseThrow(), event.subject().orElseThrow(), event.at());
    }
}
