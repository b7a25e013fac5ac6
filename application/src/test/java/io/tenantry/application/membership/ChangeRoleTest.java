package io.tenantry.application.membership;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeRoleTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");

    private static Stream<Arguments> everyTriple() {
        return Stream.of(Role.values())
                .flatMap(actor -> Stream.of(Role.values())
                        .flatMap(subject ->
                                Stream.of(Role.values()).map(wanted -> Arguments.of(actor, subject, wanted))));
    }

    @ParameterizedTest
    @MethodSource("everyTriple")
    void R8_2_1_an_owner_changes_everybody_an_admin_all_but_owners_and_a_member_nobody(
            Role actor, Role subject, Role wanted) {
        Principal by = tenancy.joined(acme, actor);
        Principal other = tenancy.joined(acme, subject);
        boolean allowed = actor == Role.OWNER || (actor == Role.ADMIN && subject != Role.OWNER && wanted != Role.OWNER);

        if (allowed) {
            Member changed = change(by, other.user(), wanted);

            assertThat(changed.membership().role()).isEqualTo(wanted);
            assertThat(changed.user().id()).isEqualTo(other.user());
        } else {
            assertThatThrownBy(() -> change(by, other.user(), wanted)).isInstanceOf(Forbidden.class);
        }
        assertThat(tenancy.roleOf(other, acme)).contains(allowed ? wanted : subject);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, ADMIN, true",
        "OWNER, MEMBER, true",
        "ADMIN, OWNER, false",
        "ADMIN, MEMBER, true",
        "MEMBER, OWNER, false",
        "MEMBER, ADMIN, false",
        "MEMBER, MEMBER, false"
    })
    void one_changes_oneself_by_the_same_rules_and_gets_no_mail(Role is, Role wanted, boolean allowed) {
        Principal by = tenancy.joined(acme, is);

        if (allowed) {
            change(by, by.user(), wanted);
        } else {
            assertThatThrownBy(() -> change(by, by.user(), wanted)).isInstanceOf(Forbidden.class);
        }

        assertThat(tenancy.roleOf(by, acme)).contains(allowed ? wanted : is);
        assertThat(tenancy.mailed(MailKind.ROLE_CHANGED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ADMIN", "MEMBER"})
    void the_last_owner_cannot_be_demoted_not_even_by_themselves(Role wanted) {
        Principal owner = tenancy.ownerOf(acme);
        Principal admin = tenancy.joined(acme, Role.ADMIN);

        assertThatThrownBy(() -> change(owner, owner.user(), wanted)).isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> change(admin, owner.user(), wanted)).isInstanceOf(Forbidden.class);

        assertThat(tenancy.roleOf(owner, acme)).contains(Role.OWNER);
        assertThat(tenancy.audited(AuditAction.MEMBER_ROLE_CHANGED)).isEmpty();
    }

    @Test
    void once_another_is_an_owner_the_first_may_be_demoted_by_them() {
        Principal first = tenancy.ownerOf(acme);
        Principal second = tenancy.joined(acme, Role.MEMBER);

        change(first, second.user(), Role.OWNER);
        change(second, first.user(), Role.MEMBER);

        assertThat(tenancy.roleOf(first, acme)).contains(Role.MEMBER);
        assertThatThrownBy(() -> change(first, second.user(), Role.MEMBER)).isInstanceOf(Forbidden.class);
    }

    @Test
    void R8_3_2_demotion_holds_at_the_very_next_request() {
        Principal owner = tenancy.ownerOf(acme);
        Principal admin = tenancy.joined(acme, Role.ADMIN);
        TenantAccess access = new TenantAccess(tenantry.ports());

        change(owner, admin.user(), Role.MEMBER);

        assertThatThrownBy(() -> tenantry.ports()
                        .transactions()
                        .inTenant(acme.id(), () -> access.require(admin, acme.id(), Permission.MANAGE_MEMBERS)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_was_changed_by_another_is_told_in_which_tenant_and_what_they_are_now() {
        Principal owner = tenancy.ownerOf(acme);
        Principal member = tenancy.joined(acme, Role.MEMBER);

        change(owner, member.user(), Role.ADMIN);

        assertThat(tenancy.mailed(MailKind.ROLE_CHANGED)).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo(emailOf(member.user()));
            assertThat(mail.details())
                    .isEqualTo(Map.of(MailDetail.TENANT, acme.name().value(), MailDetail.ROLE, "admin"));
        });
    }

    @Test
    void the_role_that_somebody_has_already_is_no_change() {
        Principal owner = tenancy.ownerOf(acme);
        Principal member = tenancy.joined(acme, Role.MEMBER);

        change(owner, member.user(), Role.MEMBER);
        change(owner, owner.user(), Role.OWNER);

        assertThat(tenancy.audited(AuditAction.MEMBER_ROLE_CHANGED)).isEmpty();
        assertThat(tenancy.mailed(MailKind.ROLE_CHANGED)).isEmpty();
    }

    @Test
    void R16_3_1_a_change_is_in_the_tenants_audit_with_who_whom_and_what() {
        Principal owner = tenancy.ownerOf(acme);
        Principal member = tenancy.joined(acme, Role.MEMBER);

        change(owner, member.user(), Role.ADMIN);

        assertThat(tenancy.audited(AuditAction.MEMBER_ROLE_CHANGED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.actor()).isEqualTo(Actor.user(owner.user()));
                    assertThat(event.subject()).contains(member.user());
                    assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
                    assertThat(event.device()).isEqualTo(OFFICE);
                    assertThat(event.data()).isEqualTo(Map.of("from", "member", "to", "admin"));
                });
    }

    @Test
    void who_is_no_member_is_not_found_and_told_to_nobody_who_may_not_ask() {
        Tenant beta = tenancy.company("Beta");
        Principal admin = tenancy.joined(acme, Role.ADMIN);
        Principal member = tenancy.joined(acme, Role.MEMBER);
        UserId elsewhere = tenancy.ownerOf(beta).user();

        assertThatThrownBy(() -> change(admin, elsewhere, Role.ADMIN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(admin, UserFixture.aUser().id(), Role.ADMIN))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(member, elsewhere, Role.ADMIN)).isInstanceOf(Forbidden.class);
    }

    private Member change(Principal by, UserId user, Role role) {
        return tenantry.useCases()
                .memberships()
                .changeRole()
                .change(new ChangeRole.Command(by, acme.id(), user, role, OFFICE));
    }

    private EmailAddress emailOf(UserId user) {
        return tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().users().find(user))
                .orElseThrow()
                .email();
    }
}
