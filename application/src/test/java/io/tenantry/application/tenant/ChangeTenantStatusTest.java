package io.tenantry.application.tenant;

import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.ChangeTenantStatus.Command;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.TenantStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTenantStatusTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();

    @Test
    void the_status_changes_by_id_and_by_slug_and_nothing_else_does() {
        tenantry.pass(Duration.ofMinutes(1));

        Tenant suspended = change(acme.id(), TenantStatus.SUSPENDED);
        Tenant inactive = change(new Slug("acme"), TenantStatus.INACTIVE);

        assertThat(suspended).isEqualTo(acme.withStatus(TenantStatus.SUSPENDED, tenantry.now()));
        assertThat(inactive).isEqualTo(acme.withStatus(TenantStatus.INACTIVE, tenantry.now()));
        assertThat(stored()).isEqualTo(inactive);
    }

    @Test
    void R7_4_2_suspending_stops_tokens_and_sign_ins_and_reopening_lets_them_work_again() {
        SignedIn signedIn = tenantry.signIn(ADA);

        change(acme.id(), TenantStatus.SUSPENDED);
        assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(TenantNotActive.class);

        change(acme.id(), TenantStatus.ACTIVE);
        assertThat(tenantry.authenticate(signedIn).tenant()).contains(acme.id());
        assertThat(tenantry.signIn(ADA).claims().tenant()).contains(acme.id());
    }

    @Test
    void the_status_that_it_has_already_changes_nothing() {
        Tenant suspended = change(acme.id(), TenantStatus.SUSPENDED);
        tenantry.pass(Duration.ofMinutes(1));

        assertThat(change(acme.id(), TenantStatus.SUSPENDED)).isEqualTo(suspended);
        assertThat(stored()).isEqualTo(suspended);
    }

    @Test
    void R16_3_1_each_change_is_in_the_tenants_audit_and_what_changes_nothing_is_not() {
        change(acme.id(), TenantStatus.SUSPENDED);
        change(acme.id(), TenantStatus.SUSPENDED);
        change(acme.id(), TenantStatus.ACTIVE);

        assertThat(new SignInFixture(tenantry).audited(AuditAction.TENANT_STATUS_CHANGED))
                .allSatisfy(event -> {
                    assertThat(event.actor()).isEqualTo(Actor.SYSTEM);
                    assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
                })
                .extracting(AuditEvent::data)
                .containsExactly(Map.of("status", "suspended"), Map.of("status", "active"));
    }

    @Test
    void a_tenant_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> change(new Slug("nobody"), TenantStatus.SUSPENDED))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(TenantFixture.aTenant().id(), TenantStatus.SUSPENDED))
                .isInstanceOf(NotFound.class);
    }

    private Tenant change(TenantReference reference, TenantStatus status) {
        return tenantry.useCases().tenants().changeTenantStatus().change(new Command(reference, status));
    }

    private Tenant stored() {
        return tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().tenants().find(acme.id()))
                .orElseThrow();
    }
}
