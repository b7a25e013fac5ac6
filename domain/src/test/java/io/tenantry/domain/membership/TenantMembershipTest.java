package io.tenantry.domain.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantMembershipTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UserId user = UserFixture.aUser().id();

    @Test
    void who_belongs_nowhere_works_nowhere() {
        assertThat(TenantMembership.usual(List.of())).isEmpty();
    }

    @Test
    void who_never_used_a_tenant_works_in_the_oldest_membership() {
        TenantMembership oldest = active(Optional.empty());
        TenantMembership newest = active(Optional.empty());

        assertThat(TenantMembership.usual(List.of(oldest, newest))).contains(oldest);
    }

    @Test
    void who_used_tenants_works_in_the_last_used() {
        TenantMembership oldest = active(Optional.of(NOW));
        TenantMembership lastUsed = active(Optional.of(NOW.plusSeconds(1)));
        TenantMembership neverUsed = active(Optional.empty());

        assertThat(TenantMembership.usual(List.of(oldest, lastUsed, neverUsed))).contains(lastUsed);
        assertThat(TenantMembership.usual(List.of(neverUsed, oldest))).contains(oldest);
    }

    @Test
    void a_tenant_that_is_not_active_is_passed_over_though_it_was_used_last() {
        TenantMembership suspended = in(TenantStatus.SUSPENDED, Optional.of(NOW));
        TenantMembership inactive = in(TenantStatus.INACTIVE, Optional.of(NOW));
        TenantMembership active = active(Optional.empty());

        assertThat(TenantMembership.usual(List.of(suspended, inactive, active))).contains(active);
        assertThat(TenantMembership.usual(List.of(suspended, inactive))).isEmpty();
    }

    @Test
    void the_role_is_the_memberships() {
        assertThat(active(Optional.empty()).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void every_role_has_a_word_by_which_it_is_found() {
        assertThat(List.of(Role.values())).extracting(Role::word).containsExactly("owner", "admin", "member");
        for (Role role : Role.values()) {
            assertThat(Role.ofWord(role.word())).isEqualTo(role);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Role.ofWord("root"));
    }

    private TenantMembership active(Optional<Instant> lastUsed) {
        return in(TenantStatus.ACTIVE, lastUsed);
    }

    private TenantMembership in(TenantStatus status, Optional<Instant> lastUsed) {
        Tenant tenant = TenantFixture.aTenant().withStatus(status, NOW);
        return new TenantMembership(tenant, new Membership(tenant.id(), user, Role.MEMBER, NOW, lastUsed));
    }
}
