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
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemoveMemberTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");

    private static Stream<Arguments> everyPair() {
        return Stream.of(Role.values())
                .flatMap(actor -> Stream.of(Role.values()).map(subject -> Arguments.of(actor, subject)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void R8_2_1_an_owner_removes_everybody_an_admin_all_but_owners_and_a_member_nobody(Role actor, Role subject) {
        Principal by = tenancy.joined(acme, actor);
        Principal other = tenancy.joined(acme, subject);
        boolean allowed = actor == Role.OWNER || (actor == Role.ADMIN && subject != Role.OWNER);

        if (allowed) {
            remove(by, other.user());
        } else {
            assertThatThrownBy(() -> remove(by, other.user())).isInstanceOf(Forbidden.class);
        }

        assertThat(tenancy.roleOf(other, acme).isPresent()).isNotEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource
    void one_removes_oneself_by_the_same_rules_and_gets_no_mail(Role role) {
        Principal by = tenancy.joined(acme, role);

        if (role == Role.MEMBER) {
            assertThatThrownBy(() -> remove(by, by.user())).isInstanceOf(Forbidden.class);
        } else {
            remove(by, by.user());
            assertThat(tenancy.roleOf(by, acme)).isEmpty();
        }
        assertThat(tenancy.mailed(MailKind.MEMBER_REMOVED)).isEmpty();
    }

    @Test
    void the_last_owner_cannot_be_removed_by_anybody() {
        Principal owner = tenancy.ownerOf(acme);
        Principal admin = tenancy.joined(acme, Role.ADMIN);

        assertThatThrownBy(() -> remove(owner, owner.user())).isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> remove(admin, owner.user())).isInstanceOf(Forbidden.class);

        assertThat(tenancy.owners(acme)).hasSize(1);
    }

    @Test
    void R8_3_2_removal_takes_the_tenant_away_at_the_very_next_request() {
        Principal owner = tenancy.ownerOf(acme);
        User member = tenancy.join(acme, Role.ADMIN);
        SignedIn signedIn = tenantry.signIn(member.email());
        Principal before = tenantry.authenticate(signedIn);

        remove(owner, member.id());

        assertThatThrownBy(() -> tenantry.useCases().tenants().readTenant().read(before, acme.id()))
                .isInstanceOf(NotFound.class);
        assertThat(tenantry.authenticate(signedIn).tenant()).isEmpty();
        assertThat(tenantry.authenticate(signedIn).role()).isEmpty();
        assertThat(tenantry.refresh(signedIn, SessionKind.ROTATING).claims().tenant())
                .isEmpty();
    }

    @Test
    void who_was_removed_is_told_from_which_tenant_and_it_is_in_its_audit() {
        Principal owner = tenancy.ownerOf(acme);
        User member = tenancy.join(acme, Role.ADMIN);

        remove(owner, member.id());

        assertThat(tenancy.mailed(MailKind.MEMBER_REMOVED)).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo(member.email());
            assertThat(mail.details())
                    .isEqualTo(Map.of(MailDetail.TENANT, acme.name().value()));
        });
        assertThat(tenancy.audited(AuditAction.MEMBER_REMOVED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.user(owner.user()));
            assertThat(event.subject()).contains(member.id());
            assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
            assertThat(event.data()).isEqualTo(Map.of("role", "admin"));
        });
    }

    @Test
    void who_is_no_member_is_not_found_and_who_was_removed_is_none() {
        Principal owner = tenancy.ownerOf(acme);
        User member = tenancy.join(acme, Role.MEMBER);
        UserId elsewhere = tenancy.ownerOf(tenancy.company("Beta")).user();
        remove(owner, member.id());

        assertThatThrownBy(() -> remove(owner, member.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> remove(owner, elsewhere)).isInstanceOf(NotFound.class);
    }

    private void remove(Principal by, UserId user) {
        tenantry.useCases().memberships().removeMember().remove(new RemoveMember.Command(by, acme.id(), user, OFFICE));
    }
}
