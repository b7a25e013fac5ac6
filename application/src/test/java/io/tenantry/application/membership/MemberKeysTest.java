package io.tenantry.application.membership;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.machine.MachineFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.ExportAccount.ExportedKey;
import io.tenantry.domain.user.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the keys of who is removed, demoted, leaves or is erased. */
class MemberKeysTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final AccountFixture accounts = new AccountFixture(tenantry);
    private final MachineFixture machines = new MachineFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final Principal owner = tenancy.ownerOf(acme);
    private final Principal admin = tenancy.joined(acme, Role.ADMIN);
    private final ApiKeySecret key = machines.key(acme, admin.user(), "members:read");

    @Test
    void R7_4_2_the_keys_of_who_is_removed_end_and_nobody_elses() {
        ApiKeySecret others = machines.key(acme, owner.user(), "members:read");

        remove(owner, admin.user(), false);

        assertEnded(key);
        assertNoted(AuditAction.API_KEY_REVOKED, owner, "member_removed");
        assertThat(machines.authenticate(others).user()).isEqualTo(owner.user());
    }

    @Test
    void they_become_the_removers_if_these_want_them() {
        remove(owner, admin.user(), true);

        assertThat(machines.authenticate(key).user()).isEqualTo(owner.user());
        assertNoted(AuditAction.API_KEY_TAKEN_OVER, owner, "member_removed");
        assertThat(tenancy.audited(AuditAction.API_KEY_REVOKED)).isEmpty();
    }

    @Test
    void one_that_was_revoked_before_is_nobodys_to_take_over() {
        machines.revoke(key);

        remove(owner, admin.user(), true);

        assertThat(machines.stored(key).createdBy()).isEqualTo(admin.user());
        assertThat(tenancy.audited(AuditAction.API_KEY_TAKEN_OVER)).isEmpty();
    }

    @Test
    void whoever_removes_themselves_keeps_none() {
        remove(admin, admin.user(), true);

        assertEnded(key);
    }

    @Test
    void a_key_that_removes_its_own_member_ends_with_them() {
        ApiKeySecret caller = machines.key(acme, admin.user(), "members:write");
        KeyPrincipal by = machines.authenticate(caller);

        remove(by, admin.user(), true);

        assertEnded(key);
        assertEnded(caller);
        assertThat(tenancy.audited(AuditAction.API_KEY_REVOKED))
                .hasSize(2)
                .allMatch(event -> event.actor().equals(Actor.apiKey(by.key())));
    }

    @Test
    void what_a_key_keeps_becomes_its_users() {
        KeyPrincipal by = machines.authenticate(machines.key(acme, owner.user(), "members:write"));

        remove(by, admin.user(), true);

        assertThat(machines.authenticate(key).user()).isEqualTo(owner.user());
        assertThat(tenancy.audited(AuditAction.API_KEY_TAKEN_OVER))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isEqualTo(Actor.apiKey(by.key())));
    }

    @Test
    void R8_3_3_the_keys_of_who_becomes_a_member_end_or_become_the_callers() {
        Principal other = tenancy.joined(acme, Role.ADMIN);
        ApiKeySecret kept = machines.key(acme, other.user(), "members:write");

        demote(admin.user(), Role.MEMBER, false);
        demote(other.user(), Role.MEMBER, true);

        assertEnded(key);
        assertNoted(AuditAction.API_KEY_REVOKED, owner, "member_demoted");
        assertThat(machines.authenticate(kept).user()).isEqualTo(owner.user());
        assertThat(machines.authenticate(kept).scopes()).isEqualTo(MachineFixture.scopes("members:write"));
    }

    @Test
    void an_owner_who_becomes_an_admin_keeps_their_keys_for_admins_have_keys_too() {
        Principal second = tenancy.joined(acme, Role.OWNER);
        ApiKeySecret theirs = machines.key(acme, second.user(), "keys:write");

        demote(second.user(), Role.ADMIN, false);

        assertThat(machines.authenticate(theirs).user()).isEqualTo(second.user());
    }

    @Test
    void R7_4_2_the_keys_of_who_leaves_end() {
        tenantry.useCases().memberships().leaveTenant().leave(admin, acme.id(), OFFICE);

        assertEnded(key);
        assertNoted(AuditAction.API_KEY_REVOKED, admin, "member_left");
    }

    @Test
    void nothing_ends_where_the_member_stays() {
        ApiKeySecret theirs = machines.key(acme, owner.user(), "members:read");

        assertThatThrownBy(() -> tenantry.useCases().memberships().leaveTenant().leave(owner, acme.id(), OFFICE))
                .isInstanceOf(LastOwner.class);

        assertThat(machines.authenticate(theirs).user()).isEqualTo(owner.user());
    }

    @Test
    void R7_4_2_the_keys_of_who_deletes_their_account_end_in_all_of_their_tenants() {
        Tenant beta = tenancy.company("Beta");
        tenantry.join(
                tenantry.ports().identities().of(admin.user()).orElseThrow().user(), beta, Role.ADMIN);
        ApiKeySecret elsewhere = machines.key(beta, admin.user(), "members:read");

        accounts.delete(admin);

        assertEnded(key);
        assertEnded(elsewhere);
        assertThat(tenancy.audited(AuditAction.API_KEY_REVOKED))
                .extracting(event -> event.tenant().orElseThrow().id())
                .containsExactlyInAnyOrder(acme.id(), beta.id());
    }

    @Test
    void an_account_tells_of_the_keys_that_its_user_answers_for_and_of_no_secret() {
        ApiKeySecret revoked = machines.key(acme, admin.user(), "members:read");
        machines.key(acme, owner.user(), "members:read");
        machines.revoke(revoked);

        List<ExportedKey> told = accounts.export(admin).apiKeys();

        ApiKey stored = machines.stored(key);
        assertThat(told).containsExactly(new ExportedKey(key.key(), stored.name(), acme.id(), stored.createdAt()));
    }

    private void remove(TenantCaller by, UserId user, boolean keep) {
        tenantry.useCases()
                .memberships()
                .removeMember()
                .remove(new RemoveMember.Command(by, acme.id(), user, keep, OFFICE));
    }

    private void demote(UserId user, Role role, boolean keep) {
        tenantry.useCases()
                .memberships()
                .changeRole()
                .change(new ChangeRole.Command(owner, acme.id(), user, role, keep, OFFICE));
    }

    private void assertEnded(ApiKeySecret secret) {
        assertThat(machines.stored(secret).isRevoked()).isTrue();
        assertThatThrownBy(() -> machines.authenticate(secret)).isInstanceOf(Unauthenticated.class);
    }

    private void assertNoted(AuditAction action, Principal by, String reason) {
        assertThat(tenancy.audited(action)).singleElement().satisfies(event -> {
            assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
            assertThat(event.actor()).isEqualTo(Actor.user(by.user()));
            assertThat(event.subject()).contains(admin.user());
            assertThat(event.target())
                    .contains(new Target(Target.Type.API_KEY, key.key().toString()));
            assertThat(event.data()).isEqualTo(Map.of("reason", reason));
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        });
    }
}
