package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenantTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_new_tenant_starts_active_with_the_number_it_is_given() {
        NewTenant registering = TenantFixture.aNewTenant();

        Tenant tenant = registering.numbered(7);

        assertThat(tenant.isActive()).isTrue();
        assertThat(tenant.number()).isEqualTo(7);
        assertThat(tenant.slug()).isEqualTo(registering.slug());
        assertThat(tenant.updatedAt()).isEqualTo(tenant.createdAt());
    }

    @Test
    void a_tenant_being_registered_may_take_another_slug() {
        Slug other = TenantFixture.aSlug();

        assertThat(TenantFixture.aNewTenant().withSlug(other).numbered(1).slug())
                .isEqualTo(other);
    }

    @Test
    void a_suspended_or_inactive_tenant_is_not_active() {
        Tenant tenant = TenantFixture.aTenant();

        assertThat(tenant.withStatus(TenantStatus.SUSPENDED, NOW).isActive()).isFalse();
        assertThat(tenant.withStatus(TenantStatus.INACTIVE, NOW).isActive()).isFalse();
        assertThat(tenant.withStatus(TenantStatus.SUSPENDED, NOW).updatedAt()).isEqualTo(NOW);
    }

    @Test
    void a_tenant_may_be_reached_elsewhere() {
        Tenant tenant = TenantFixture.aTenant();
        EmailAddress other = UserFixture.anAddress();

        Tenant changed = tenant.withContactEmail(other, NOW);

        assertThat(changed.contactEmail()).isEqualTo(other);
        assertThat(changed.updatedAt()).isEqualTo(NOW);
        assertThat(changed.withContactEmail(tenant.contactEmail(), tenant.updatedAt()))
                .isEqualTo(tenant);
    }

    @Test
    void a_tenant_may_be_renamed_ask_for_a_second_factor_and_be_put_on_other_terms() {
        Tenant tenant = TenantFixture.aTenant();

        Tenant changed = tenant.named(new TenantName("Renamed"), NOW)
                .requiringMfa(true, NOW)
                .on(new Plan("PRO"), 42, NOW);

        assertThat(changed.name()).hasToString("Renamed");
        assertThat(changed.requireMfa()).isTrue();
        assertThat(changed.plan()).isEqualTo(new Plan("PRO"));
        assertThat(changed.quotaLimit()).isEqualTo(42);
        assertThat(changed.updatedAt()).isEqualTo(NOW);
        assertThat(changed.named(tenant.name(), NOW)
                        .requiringMfa(false, NOW)
                        .on(tenant.plan(), Tenant.STANDARD_QUOTA, tenant.updatedAt()))
                .isEqualTo(tenant);
    }

    @Test
    void a_closed_tenant_is_inactive_and_due_to_be_removed_in_seven_days() {
        Tenant tenant = TenantFixture.aTenant();

        Tenant closed = tenant.closed(NOW);

        assertThat(closed.status()).isEqualTo(TenantStatus.INACTIVE);
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.removedAfter()).contains(NOW.plus(Duration.ofDays(7)));
        assertThat(closed.updatedAt()).isEqualTo(NOW);
        assertThat(tenant.isClosed()).isFalse();
    }

    @Test
    void only_who_makes_it_active_again_restores_a_closed_tenant() {
        Tenant closed = TenantFixture.aTenant().closed(NOW);

        assertThat(closed.withStatus(TenantStatus.SUSPENDED, NOW).removedAfter())
                .isEqualTo(closed.removedAfter());
        assertThat(closed.withStatus(TenantStatus.INACTIVE, NOW)).isEqualTo(closed);
        assertThat(closed.withStatus(TenantStatus.ACTIVE, NOW).isClosed()).isFalse();
    }

    @Test
    void a_quota_is_never_negative() {
        assertThat(TenantFixture.aTenant().on(Plan.FREE, 0, NOW).quotaLimit()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenantFixture.aTenant().on(Plan.FREE, -1, NOW));
    }

    @Test
    void a_tenants_schema_is_its_slugs() {
        Tenant tenant = TenantFixture.aTenant();

        assertThat(tenant.schema()).isEqualTo(tenant.slug().schema());
    }

    @Test
    void a_tenant_name_is_trimmed_and_has_1_to_100_code_points() {
        assertThat(new TenantName(" \uFEFFAcme  & Co\u2003")).hasToString("Acme  & Co");
        assertThat(TenantName.problemWith("😀".repeat(100))).isEmpty();
        assertThat(TenantName.problemWith("😀".repeat(101))).contains(FieldProblem.TOO_LONG);
        assertThat(TenantName.problemWith(" \t\u00A0")).contains(FieldProblem.REQUIRED);
        assertThat(TenantName.problemWith("Ac\0me")).contains(FieldProblem.ILLEGAL_CHARACTER);
    }

    @Test
    void a_tenant_name_that_breaks_a_rule_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantName("A\nB"));
    }
}
