package io.tenantry.application.tenant;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.InParallel;
import io.tenantry.application.Policies;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.RemoveTenants;
import io.tenantry.domain.tenant.RemoveTenants.Removed;
import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoveTenantsTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);

    @Test
    void a_closed_tenant_goes_once_its_week_is_over_and_not_before() {
        Tenant acme = closed("Acme");

        tenantry.pass(WEEK);
        assertThat(remove()).isEqualTo(new Removed(0, List.of()));
        tenantry.pass(MOMENT);
        assertThat(remove()).isEqualTo(new Removed(1, List.of()));

        assertThat(tenancy.find(acme.id())).isEmpty();
        assertThat(remove()).isEqualTo(new Removed(0, List.of()));
    }

    @Test
    void a_tenant_that_was_restored_stays() {
        Tenant acme = closed("Acme");
        tenantry.change(acme, TenantStatus.ACTIVE);

        tenantry.pass(WEEK.plus(MOMENT));

        assertThat(remove().removed()).isZero();
        assertThat(tenancy.find(acme.id())).isPresent();
    }

    @Test
    void R_E9_the_slug_can_be_had_again_and_who_was_in_the_old_tenant_is_not_in_the_new_one() {
        Tenant acme = closed("Acme");
        tenantry.pass(WEEK.plus(MOMENT));
        remove();
        User former = tenantry.stored(acme.contactEmail()).orElseThrow();

        Tenant next = tenantry.registerCompany("Acme", ADA).tenant();

        assertThat(next.slug()).isEqualTo(acme.slug());
        assertThat(next.id()).isNotEqualTo(acme.id());
        assertThat(tenancy.roleOf(tenancy.signedIn(former), next)).isEmpty();
        assertThat(tenantry.authenticate(tenantry.signIn(former.email())).tenant())
                .isEmpty();
    }

    @Test
    void R16_3_1_the_installations_audit_names_what_was_removed_and_the_tenants_own_is_gone() {
        Tenant acme = closed("Acme");
        tenantry.pass(WEEK.plus(MOMENT));

        remove();

        assertThat(tenancy.audited(AuditAction.TENANT_REMOVED)).singleElement().satisfies(event -> {
            assertThat(event.tenant()).isEmpty();
            assertThat(event.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(event.target())
                    .contains(new Target(Target.Type.TENANT, acme.id().toString()));
            assertThat(event.data()).isEqualTo(Map.of("reason", "closed"));
        });
        assertThat(tenantry.tenantry().audit()).allMatch(event -> event.tenant().isEmpty());
    }

    @Test
    void a_tenant_whose_owner_never_verified_an_address_goes_after_its_month() {
        Tenant abandoned = tenantry.registerCompany("Acme", ADA).tenant();
        Tenant verified = tenancy.company("Beta");

        tenantry.pass(MONTH);
        assertThat(remove().removed()).isZero();
        tenantry.pass(MOMENT);
        assertThat(remove()).isEqualTo(new Removed(1, List.of()));

        assertThat(tenancy.find(abandoned.id())).isEmpty();
        assertThat(tenancy.find(verified.id())).isPresent();
        assertThat(tenancy.audited(AuditAction.TENANT_REMOVED))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).isEqualTo(Map.of("reason", "never_verified")));
        assertThat(tenantry.stored(ADA)).isPresent();
    }

    @Test
    void how_long_unverified_tenants_are_kept_is_the_installations_to_say() {
        TenantryFixture impatient = new TenantryFixture(Policies.STANDARD.withUnverifiedTenants(Duration.ofDays(1)));
        impatient.registerCompany("Acme", ADA);

        impatient.pass(Duration.ofDays(1).plus(MOMENT));

        assertThat(impatient.useCases().tenants().removeTenants().remove().removed())
                .isEqualTo(1);
    }

    @Test
    void one_member_with_a_verified_address_keeps_the_tenant_and_so_does_an_operator_who_suspends_it() {
        Tenant kept = tenantry.registerCompany("Acme", ADA).tenant();
        tenancy.join(kept, Role.MEMBER);
        Tenant suspended = tenantry.registerCompany("Beta", GRACE).tenant();
        tenantry.change(suspended, TenantStatus.SUSPENDED);

        tenantry.pass(MONTH.plus(MOMENT));

        assertThat(remove().removed()).isZero();
        assertThat(tenancy.find(kept.id())).isPresent();
        assertThat(tenancy.find(suspended.id())).isPresent();
    }

    @Test
    void who_verifies_their_address_in_time_keeps_the_tenant() {
        Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
        tenantry.resendVerification(ADA);
        tenantry.verifyEmail(tenantry.mailed(MailKind.VERIFY_EMAIL));

        tenantry.pass(MONTH.plus(MOMENT));
        remove();

        assertThat(tenancy.find(acme.id())).isPresent();
    }

    @Test
    void one_that_cannot_be_removed_is_named_and_keeps_none_of_the_others() {
        Tenant stuck = closed("Stuck");
        Tenant next = closed("Next");
        tenantry.pass(WEEK.plus(MOMENT));
        RemoveTenants removal = removingAllBut(stuck.id());

        assertThat(removal.remove()).isEqualTo(new Removed(1, List.of(stuck.id())));

        assertThat(tenancy.find(stuck.id())).isPresent();
        assertThat(tenancy.owners(stuck)).hasSize(1);
        assertThat(tenancy.find(next.id())).isEmpty();
        assertThat(remove()).isEqualTo(new Removed(1, List.of()));
    }

    @Test
    void several_nodes_that_remove_at_once_remove_each_tenant_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            closed("Acme " + i);
        }
        tenantry.pass(WEEK.plus(MOMENT));

        List<Object> outcomes = InParallel.outcomes(4, number -> remove());

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Removed.class,
                                removed -> assertThat(removed.failed()).isEmpty()));
        assertThat(outcomes.stream()
                        .mapToInt(outcome -> ((Removed) outcome).removed())
                        .sum())
                .isEqualTo(5);
        assertThat(tenancy.audited(AuditAction.TENANT_REMOVED)).hasSize(5);
    }

    private Tenant closed(String name) {
        Tenant tenant = tenancy.company(name);
        Principal owner = tenancy.ownerOf(tenant);
        tenancy.close(owner, tenant);
        return tenant;
    }

    private Removed remove() {
        return tenantry.useCases().tenants().removeTenants().remove();
    }

    /** As when somebody else's table stands in the way of a schema. */
    private RemoveTenants removingAllBut(TenantId stuck) {
        TenantSchemas schemas = tenantry.ports().tenantSchemas();
        TenantSchemas hindered = new TenantSchemas() {
            @Override
            public void create(TenantId tenant, SchemaName schema) {
                schemas.create(tenant, schema);
            }

            @Override
            public void drop(TenantId tenant) {
                if (tenant.equals(stuck)) {
                    throw new IllegalStateException("something depends on it");
                }
                schemas.drop(tenant);
            }
        };
        return PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), hindered))
                .tenants()
                .removeTenants();
    }
}
