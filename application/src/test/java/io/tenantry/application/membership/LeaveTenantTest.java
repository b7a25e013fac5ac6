package io.tenantry.application.membership;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaveTenantTest {

    private static final int ROUNDS = 200;

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");

    @ParameterizedTest
    @EnumSource
    void everybody_may_leave_while_an_owner_stays(Role role) {
        Principal by = tenancy.joined(acme, role);

        leave(by);

        assertThat(tenancy.roleOf(by, acme)).isEmpty();
        assertThatThrownBy(() -> leave(by)).isInstanceOf(NotFound.class);
        assertThat(tenancy.audited(AuditAction.MEMBER_LEFT)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.user(by.user()));
            assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
            assertThat(event.data()).isEqualTo(Map.of("role", role.word()));
        });
    }

    @Test
    void the_last_owner_stays_whoever_else_is_there() {
        Principal owner = tenancy.ownerOf(acme);
        tenancy.joined(acme, Role.ADMIN);

        assertThatThrownBy(() -> leave(owner)).isInstanceOf(LastOwner.class);

        assertThat(tenancy.roleOf(owner, acme)).contains(Role.OWNER);
    }

    @Test
    void where_a_second_factor_is_asked_for_who_has_none_may_still_leave() {
        Principal member = tenancy.joined(acme, Role.MEMBER);
        tenancy.requireMfa(acme);

        leave(member);

        assertThat(tenancy.roleOf(member, acme)).isEmpty();
    }

    @Test
    void of_two_owners_who_leave_at_the_same_time_one_stays_two_hundred_times() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Principal> owners = twoOwners();

            List<Object> outcomes = InParallel.outcomes(2, number -> {
                leave(owners.get(number));
                return "left";
            });

            assertOneStayed(outcomes);
        }
    }

    @Test
    void of_an_owner_who_leaves_and_one_who_is_demoted_at_the_same_time_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Principal> owners = twoOwners();
            Principal second = owners.get(1);

            List<Object> outcomes =
                    InParallel.outcomes(2, number -> number == 0 ? left(owners.get(0)) : demoted(second));

            assertOneStayed(outcomes);
        }
    }

    /** The one who stayed, and a new one. */
    private List<Principal> twoOwners() {
        return List.of(principalOf(tenancy.owners(acme).get(0)), tenancy.joined(acme, Role.OWNER));
    }

    private Principal principalOf(Membership owner) {
        return tenancy.signedIn(tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().users().find(owner.user()))
                .orElseThrow());
    }

    private void assertOneStayed(List<Object> outcomes) {
        assertThat(outcomes).filteredOn(LastOwner.class::isInstance).hasSize(1);
        assertThat(tenancy.owners(acme)).hasSize(1);
    }

    private Object left(Principal owner) {
        leave(owner);
        return "left";
    }

    private Object demoted(Principal owner) {
        return tenantry.useCases()
                .memberships()
                .changeRole()
                .change(new ChangeRole.Command(owner, acme.id(), owner.user(), Role.MEMBER, OFFICE));
    }

    private void leave(Principal by) {
        tenantry.useCases().memberships().leaveTenant().leave(by, acme.id(), OFFICE);
    }
}
