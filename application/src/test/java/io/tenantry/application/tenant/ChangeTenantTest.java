package io.tenantry.application.tenant;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTenantTest {

    private static final Optional<TenantName> NEW_NAME = Optional.of(new TenantName("Renamed"));
    private static final Optional<EmailAddress> NEW_EMAIL = Optional.of(EmailAddress.of("office@example.org"));

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final Principal admin = tenancy.joined(acme, Role.ADMIN);

    @Test
    void what_is_named_changes_and_all_else_stays() {
        tenantry.pass(Duration.ofMinutes(1));

        TenantDetails renamed = change(NEW_NAME, Optional.empty(), Optional.empty());

        Tenant expected = acme.named(NEW_NAME.get(), tenantry.now());
        assertThat(renamed.tenant()).isEqualTo(expected);
        assertThat(renamed.role()).isEqualTo(Role.ADMIN);
        assertThat(tenancy.stored(acme)).isEqualTo(expected);
        assertThat(change(Optional.empty(), NEW_EMAIL, Optional.empty()).tenant())
                .isEqualTo(expected.withContactEmail(NEW_EMAIL.get(), tenantry.now()));
    }

    @Test
    void what_changes_nothing_leaves_no_trace() {
        tenantry.pass(Duration.ofMinutes(1));

        change(Optional.empty(), Optional.empty(), Optional.empty());
        change(Optional.of(acme.name()), Optional.of(acme.contactEmail()), Optional.of(false));

        assertThat(tenancy.stored(acme)).isEqualTo(acme);
        assertThat(tenancy.audited(AuditAction.TENANT_CHANGED)).isEmpty();
    }

    @Test
    void R16_3_1_the_audit_says_what_was_changed_and_not_into_what() {
        tenancy.giveSecondFactor(admin);

        change(NEW_NAME, NEW_EMAIL, Optional.of(true));
        change(Optional.empty(), Optional.empty(), Optional.of(false));

        assertThat(tenancy.audited(AuditAction.TENANT_CHANGED))
                .allSatisfy(event -> assertThat(event.actor()).isEqualTo(Actor.user(admin.user())))
                .extracting(AuditEvent::data)
                .containsExactly(Map.of("changed", "name,contact_email,require_mfa"), Map.of("changed", "require_mfa"));
    }

    @Test
    void nobody_shuts_themselves_out_by_asking_for_a_second_factor_that_they_have_not() {
        assertThatThrownBy(() -> change(NEW_NAME, Optional.empty(), Optional.of(true)))
                .isInstanceOf(MfaEnrollmentRequired.class);
        assertThat(tenancy.stored(acme)).isEqualTo(acme);

        tenancy.giveSecondFactor(admin);

        assertThat(change(Optional.empty(), Optional.empty(), Optional.of(true))
                        .tenant()
                        .requireMfa())
                .isTrue();
    }

    private TenantDetails change(
            Optional<TenantName> name, Optional<EmailAddress> email, Optional<Boolean> requireMfa) {
        return tenantry.useCases()
                .tenants()
                .changeTenant()
                .change(new ChangeTenant.Command(admin, acme.id(), name, email, requireMfa, OFFICE));
    }
}
