package io.tenantry.application.membership;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TenantAccessTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenantAccess access = new TenantAccess(tenantry.ports());
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final Tenant foreign = tenantry.registerCompany("Beta", GRACE).tenant();

    /** The table, as the contract has it, written down once more. */
    private static Stream<Arguments> cells() {
        return Stream.of(
                        row(Permission.SEE_TENANT, true, true, true),
                        row(Permission.SEE_MEMBERS, true, true, true),
                        row(Permission.CHANGE_TENANT, true, true, false),
                        row(Permission.DELETE_TENANT, true, false, false),
                        row(Permission.MANAGE_OWNERS, true, false, false),
                        row(Permission.MANAGE_MEMBERS, true, true, false),
                        row(Permission.READ_API_KEYS, true, true, false),
                        row(Permission.MANAGE_API_KEYS, true, true, false),
                        row(Permission.MANAGE_WEBHOOKS, true, true, false),
                        row(Permission.READ_AUDIT, true, true, false),
                        row(Permission.LEAVE, true, true, true))
                .flatMap(cell -> cell);
    }

    private static Stream<Arguments> row(Permission permission, boolean owner, boolean admin, boolean member) {
        return Stream.of(
                Arguments.of(Role.OWNER, permission, owner),
                Arguments.of(Role.ADMIN, permission, admin),
                Arguments.of(Role.MEMBER, permission, member));
    }

    @Test
    void every_role_and_permission_has_its_cell() {
        assertThat(cells().map(cell -> cell.get()[0] + " " + cell.get()[1]))
                .doesNotHaveDuplicates()
                .hasSize(Role.values().length * Permission.values().length);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void R8_2_1_only_what_the_table_allows_is_allowed_in_ones_own_tenant(
            Role role, Permission permission, boolean allowed) {
        Principal by = memberAs(role);

        if (allowed) {
            assertThat(require(by, acme.id(), permission))
                    .extracting(TenantMembership::tenant, TenantMembership::role)
                    .containsExactly(acme, role);
        } else {
            assertThatThrownBy(() -> require(by, acme.id(), permission)).isInstanceOf(Forbidden.class);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void R8_2_2_nothing_is_allowed_in_a_foreign_tenant_which_is_as_one_that_is_not_there(
            Role role, Permission permission, boolean allowedAtHome) {
        Principal by = memberAs(role);

        assertThatThrownBy(() -> require(by, foreign.id(), permission)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> require(by, TenantFixture.aTenant().id(), permission))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inScope(foreign.id(), () -> access.requireWithoutMfa(by, foreign.id(), permission)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void R8_3_2_the_role_counts_that_is_in_the_database_whatever_the_token_says() {
        Principal by = memberAs(Role.ADMIN);
        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            Membership now =
                    tenantry.ports().memberships().find(acme.id(), by.user()).orElseThrow();
            tenantry.ports().memberships().update(now.as(Role.MEMBER));
            return now;
        });

        assertThatThrownBy(() -> require(by, acme.id(), Permission.CHANGE_TENANT))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void R8_3_2_who_was_removed_finds_no_tenant_whatever_the_token_says() {
        Principal by = memberAs(Role.ADMIN);
        tenantry.ports()
                .transactions()
                .inTenant(acme.id(), () -> tenantry.ports().memberships().remove(acme.id(), by.user()));

        assertThatThrownBy(() -> require(by, acme.id(), Permission.SEE_TENANT)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = TenantStatus.class,
            names = {"SUSPENDED", "INACTIVE"})
    void R7_4_2_a_tenant_that_is_not_active_lets_no_member_in_and_is_told_to_members_alone(TenantStatus status) {
        Principal by = memberAs(Role.OWNER);
        Principal stranger = signedIn(GRACE);
        tenantry.change(acme, status);

        Arrays.stream(Permission.values())
                .forEach(permission -> assertThatThrownBy(() -> require(by, acme.id(), permission))
                        .isInstanceOf(TenantNotActive.class));
        assertThatThrownBy(() -> inScope(acme.id(), () -> access.requireWithoutMfa(by, acme.id(), Permission.LEAVE)))
                .isInstanceOf(TenantNotActive.class);
        assertThatThrownBy(() -> require(stranger, acme.id(), Permission.SEE_TENANT))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void who_lacks_the_second_factor_that_a_tenant_asks_for_may_get_out_of_it_and_nothing_else() {
        Principal by = memberAs(Role.OWNER);
        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            tenantry.ports().tenants().update(acme.requiringMfa(true, tenantry.now()));
            return acme;
        });

        assertThatThrownBy(() -> require(by, acme.id(), Permission.SEE_TENANT))
                .isInstanceOf(MfaEnrollmentRequired.class);
        assertThat(inScope(acme.id(), () -> access.requireWithoutMfa(by, acme.id(), Permission.LEAVE)))
                .extracting(TenantMembership::role)
                .isEqualTo(Role.OWNER);

        new SignInFixture(tenantry).giveTotp(by.user());
        assertThat(require(by, acme.id(), Permission.SEE_TENANT).role()).isEqualTo(Role.OWNER);
    }

    /** Somebody who is that in Acme, and an owner elsewhere. */
    private Principal memberAs(Role role) {
        tenantry.pass(Duration.ofMillis(1));
        User user = role == Role.OWNER ? tenantry.stored(ADA).orElseThrow() : newcomer();
        if (role != Role.OWNER) {
            tenantry.join(user, acme, role);
        }
        return signedIn(user.email());
    }

    private User newcomer() {
        return tenantry.registerCompany("Elsewhere", EmailAddress.of("joan@example.org"))
                .owner();
    }

    private Principal signedIn(EmailAddress email) {
        return new AccountFixture(tenantry).signedIn(email);
    }

    private TenantMembership require(Principal by, TenantId tenant, Permission permission) {
        return inScope(tenant, () -> access.require(by, tenant, permission));
    }

    private <T> T inScope(TenantId tenant, Supplier<T> work) {
        return tenantry.ports().transactions().inTenant(tenant, work);
    }
}
