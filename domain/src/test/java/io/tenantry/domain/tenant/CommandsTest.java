package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String SECRET = "correct horse";

    private final User user = UserFixture.aUser();
    private final Tenant tenant = TenantFixture.aTenant();
    private final HostName host = DomainFixture.aHost();
    private final Principal by = new Principal(
            user.id(),
            SessionId.next(Instant.EPOCH, UniqueFixture.random()),
            Optional.empty(),
            Optional.empty(),
            false);

    @Test
    void R16_2_5_what_carries_a_password_does_not_show_it() {
        Record closing = new CloseTenant.Command(
                by,
                tenant.id(),
                Optional.of(new Password(SECRET)),
                tenant.slug().value(),
                Device.UNKNOWN);

        assertThat(closing.toString()).startsWith("Command[").doesNotContain(SECRET);
    }

    @Test
    void what_is_asked_of_a_tenant_says_of_which_and_by_whom() {
        for (Record command : List.of(
                new ChangeTenant.Command(
                        by, tenant.id(), Optional.empty(), Optional.empty(), Optional.empty(), Device.UNKNOWN),
                new ClaimDomain.Command(by, tenant.id(), host, Device.UNKNOWN),
                new ConfirmDomain.Command(by, tenant.id(), host, Device.UNKNOWN),
                new RemoveDomain.Command(by, tenant.id(), host, Device.UNKNOWN),
                new ChangeRole.Command(by, tenant.id(), user.id(), Role.ADMIN, Device.UNKNOWN),
                new RemoveMember.Command(by, tenant.id(), user.id(), Device.UNKNOWN))) {
            assertThat(command.toString()).contains("tenant=" + tenant.id()).contains("user=" + by.user());
        }
        assertThat(new CreateTenant.Command(by, tenant.name(), Optional.of(tenant.slug()), Device.UNKNOWN))
                .isEqualTo(new CreateTenant.Command(by, tenant.name(), Optional.of(tenant.slug()), Device.UNKNOWN));
    }

    @Test
    void what_could_not_be_removed_is_named_whatever_becomes_of_the_list() {
        List<TenantId> failed = new ArrayList<>(List.of(tenant.id()));
        RemoveTenants.Removed removed = new RemoveTenants.Removed(2, failed);

        failed.clear();

        assertThat(removed).isEqualTo(new RemoveTenants.Removed(2, List.of(tenant.id())));
    }

    @Test
    void what_a_member_sees_of_tenants_and_members_is_what_they_are() {
        Member member = new Member(user, MembershipFixture.owner(tenant.id(), user.id()));

        assertThat(member.membership().as(Role.MEMBER)).satisfies(changed -> {
            assertThat(changed.role()).isEqualTo(Role.MEMBER);
            assertThat(changed.as(Role.OWNER)).isEqualTo(member.membership());
        });
        assertThat(new TenantDetails(tenant, host, Role.ADMIN))
                .isEqualTo(new TenantDetails(tenant, host, Role.ADMIN))
                .isNotEqualTo(new TenantDetails(tenant, host, Role.MEMBER));
    }
}
