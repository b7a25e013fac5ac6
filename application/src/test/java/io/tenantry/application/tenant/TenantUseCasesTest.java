package io.tenantry.application.tenant;

import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.ClaimDomain;
import io.tenantry.domain.tenant.CloseTenant;
import io.tenantry.domain.tenant.ConfirmDomain;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.RemoveDomain;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each use case on a tenant, by each role, in one's own tenant and in others, against the table of permissions. */
class TenantUseCasesTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);

    /** Who does something to a tenant, and to one of its members. */
    private record Deed(UseCases useCases, Principal by, Tenant tenant, UserId subject) {

        /** What the tenant has claimed. */
        HostName claimed() {
            return new HostName(subject + ".example.org");
        }

        void read() {
            useCases.tenants().readTenant().read(by, tenant.id());
        }

        void change() {
            useCases.tenants()
                    .changeTenant()
                    .change(new ChangeTenant.Command(
                            by,
                            tenant.id(),
                            Optional.of(new TenantName("Renamed")),
                            Optional.empty(),
                            Optional.empty(),
                            OFFICE));
        }

        void close() {
            useCases.tenants()
                    .closeTenant()
                    .close(new CloseTenant.Command(
                            by,
                            tenant.id(),
                            Optional.of(PASSWORD),
                            tenant.slug().value(),
                            OFFICE));
        }

        void listDomains() {
            useCases.tenants().listDomains().list(by, tenant.id());
        }

        void claim(String host) {
            useCases.tenants()
                    .claimDomain()
                    .claim(new ClaimDomain.Command(by, tenant.id(), new HostName(host), OFFICE));
        }

        void confirm() {
            useCases.tenants().confirmDomain().confirm(new ConfirmDomain.Command(by, tenant.id(), claimed(), OFFICE));
        }

        void removeDomain() {
            useCases.tenants().removeDomain().remove(new RemoveDomain.Command(by, tenant.id(), claimed(), OFFICE));
        }

        void listMembers() {
            useCases.memberships().listMembers().list(by, tenant.id(), PageRequest.FIRST);
        }

        void changeRole(Role to) {
            useCases.memberships().changeRole().change(new ChangeRole.Command(by, tenant.id(), subject, to, OFFICE));
        }

        void removeMember() {
            useCases.memberships().removeMember().remove(new RemoveMember.Command(by, tenant.id(), subject, OFFICE));
        }

        void leave() {
            useCases.memberships().leaveTenant().leave(by, tenant.id(), OFFICE);
        }
    }

    private record UseCase(String name, Permission permission, Consumer<Deed> way) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<UseCase> useCases() {
        return Stream.of(
                new UseCase("read", Permission.SEE_TENANT, Deed::read),
                new UseCase("change", Permission.CHANGE_TENANT, Deed::change),
                new UseCase("close", Permission.DELETE_TENANT, Deed::close),
                new UseCase("list domains", Permission.SEE_TENANT, Deed::listDomains),
                new UseCase("claim domain", Permission.CHANGE_TENANT, deed -> deed.claim("new.example.org")),
                new UseCase("confirm domain", Permission.CHANGE_TENANT, Deed::confirm),
                new UseCase("remove domain", Permission.CHANGE_TENANT, Deed::removeDomain),
                new UseCase("list members", Permission.SEE_MEMBERS, Deed::listMembers),
                new UseCase("make admin", Permission.MANAGE_MEMBERS, deed -> deed.changeRole(Role.ADMIN)),
                new UseCase("make owner", Permission.MANAGE_OWNERS, deed -> deed.changeRole(Role.OWNER)),
                new UseCase("remove member", Permission.MANAGE_MEMBERS, Deed::removeMember),
                new UseCase("leave", Permission.LEAVE, Deed::leave));
    }

    private static Stream<UseCase> allButLeaving() {
        return useCases().filter(useCase -> useCase.permission != Permission.LEAVE);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R8_2_1_in_ones_own_tenant_the_role_decides(UseCase useCase) {
        for (Role role : Role.values()) {
            Deed deed = inOwnTenant(role);

            Throwable refusal = catchThrowable(() -> useCase.way.accept(deed));

            if (role.may(useCase.permission)) {
                assertThat(refusal).as("%s as %s", useCase, role).isNull();
            } else {
                assertThat(refusal).as("%s as %s", useCase, role).isInstanceOf(Forbidden.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R8_2_2_a_foreign_tenant_is_not_found_as_one_that_is_not_there(UseCase useCase) {
        Deed foreign = inOwnTenant(Role.OWNER);
        for (Role role : Role.values()) {
            Principal by = inOwnTenant(role).by();

            assertThatThrownBy(() -> useCase.way.accept(deed(by, foreign.tenant(), foreign.subject())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> useCase.way.accept(deed(by, TenantFixture.aTenant(), foreign.subject())))
                    .isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void R7_4_2_a_suspended_tenant_refuses_everything(UseCase useCase) {
        Deed deed = inOwnTenant(Role.OWNER);
        tenantry.change(deed.tenant(), TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> useCase.way.accept(deed)).isInstanceOf(TenantNotActive.class);
    }

    @ParameterizedTest
    @MethodSource("allButLeaving")
    void where_a_second_factor_is_asked_for_who_has_none_may_do_nothing_but_leave(UseCase useCase) {
        Deed deed = inOwnTenant(Role.OWNER);
        tenancy.requireMfa(deed.tenant());

        assertThatThrownBy(() -> useCase.way.accept(deed)).isInstanceOf(MfaEnrollmentRequired.class);
        deed.leave();

        assertThat(tenancy.roleOf(deed.by(), deed.tenant())).isEmpty();
    }

    /** By a new member of a new tenant that has an owner, a member, and a domain which the DNS confirms. */
    private Deed inOwnTenant(Role role) {
        Tenant tenant = tenancy.company("Own");
        UserId subject = tenancy.join(tenant, Role.MEMBER).id();
        Deed byOwner = deed(tenancy.ownerOf(tenant), tenant, subject);
        byOwner.claim(byOwner.claimed().value());
        tenantry
                .ports()
                .transactions()
                .acrossTenants(() -> tenantry.ports().domainClaims().of(tenant.id()))
                .stream()
                .forEach(claim -> tenantry.tenantry().dns().show(claim.recordName(), claim.recordText()));
        return deed(tenancy.joined(tenant, role), tenant, subject);
    }

    private Deed deed(Principal by, Tenant tenant, UserId subject) {
        return new Deed(tenantry.useCases(), by, tenant, subject);
    }
}
