package io.tenantry.application.machine;

import static io.tenantry.application.machine.MachineFixture.GATEWAY;
import static io.tenantry.application.machine.MachineFixture.scopes;
import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Until when a key's token holds, and who learns of it. */
class MachineTokenEndTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final MachineFixture machines = new MachineFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final UserId owner = tenancy.ownerOf(acme).user();
    private final ApiKeySecret key = machines.key(acme, owner, "members:read", "billing:read");
    private final MachineClaims token = machines.token(key);

    @Test
    void a_token_calls_as_its_key_within_its_own_scopes() {
        KeyPrincipal by = machines.authenticate(machines.token(key, "billing:read"));

        assertThat(by.key()).isEqualTo(key.key());
        assertThat(by.user()).isEqualTo(owner);
        assertThat(by.tenant()).isEqualTo(acme.id());
        assertThat(by.scopes()).isEqualTo(scopes("billing:read"));
        assertThat(by.proof().previous()).isFalse();
    }

    @Test
    void R8_3_3_it_loses_what_the_role_of_who_answers_for_the_key_gives_no_longer() {
        User admin = tenancy.join(acme, Role.ADMIN);
        MachineClaims wide = machines.token(machines.key(acme, admin.id(), "members:read", "audit:read"));

        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            Membership before =
                    tenantry.ports().memberships().find(acme.id(), admin.id()).orElseThrow();
            tenantry.ports().memberships().update(before.as(Role.MEMBER));
            return before;
        });

        assertThat(machines.authenticate(wide).scopes()).isEqualTo(scopes("members:read"));
        assertThat(inspected(wide).scopes()).isEqualTo(scopes("members:read"));
    }

    @Test
    void R7_4_2_it_ends_with_its_key() {
        machines.revoke(key);

        assertEnded(token);
    }

    @Test
    void R7_4_2_it_ends_when_its_tenant_is_suspended() {
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> machines.authenticate(token)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R7_4_2_it_ends_when_who_answers_for_the_key_is_removed() {
        User admin = tenancy.join(acme, Role.ADMIN);
        MachineClaims theirs = machines.token(machines.key(acme, admin.id(), "members:read"));

        tenantry.useCases()
                .memberships()
                .removeMember()
                .remove(new RemoveMember.Command(tenancy.ownerOf(acme), acme.id(), admin.id(), OFFICE));

        assertEnded(theirs);
    }

    @Test
    void it_ends_when_the_key_gets_another_secret_without_an_overlap_be_it_within_the_same_second() {
        ApiKeySecret next = machines.rotate(key, Duration.ZERO);

        assertEnded(token);
        assertThat(machines.authenticate(machines.token(next)).key()).isEqualTo(key.key());
    }

    @Test
    void it_holds_in_the_overlap_and_says_that_it_is_of_the_secret_before() {
        tenantry.pass(Duration.ofSeconds(1));
        machines.rotate(key, Duration.ofMinutes(1));

        assertThat(machines.authenticate(token).proof().previous()).isTrue();

        tenantry.pass(Duration.ofMinutes(1));
        assertEnded(token);
    }

    @Test
    void it_ends_with_the_second_rotation_whatever_overlap_that_has() {
        ApiKeySecret next = machines.rotate(key, Duration.ofMinutes(1));
        machines.rotate(next, Duration.ofMinutes(1));

        assertEnded(token);
    }

    @Test
    void it_is_ended_by_its_key_and_the_tenants_audit_tells() {
        MachineClaims other = machines.token(key);

        revoke(machines.authenticate(key), token);
        revoke(machines.authenticate(key), token);

        assertEnded(token);
        assertThat(machines.authenticate(other).key()).isEqualTo(key.key());
        assertThat(tenancy.audited(AuditAction.MACHINE_TOKEN_REVOKED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
                    assertThat(event.actor()).isEqualTo(Actor.apiKey(key.key()));
                    assertThat(event.target())
                            .contains(new Target(Target.Type.API_KEY, key.key().toString()));
                    assertThat(event.data())
                            .isEqualTo(Map.of("token", token.id().toString()));
                });
    }

    @Test
    void another_key_ends_nothing_be_it_of_the_same_tenant() {
        ApiKeySecret other = machines.key(acme, owner, "members:write");

        revoke(machines.authenticate(other), token);

        assertThat(machines.authenticate(token).key()).isEqualTo(key.key());
        assertThat(tenancy.audited(AuditAction.MACHINE_TOKEN_REVOKED)).isEmpty();
    }

    @Test
    void any_key_of_the_tenant_may_look_at_it_and_none_of_another() {
        Tenant beta = tenancy.company("Beta");
        ApiKeySecret foreign = machines.key(beta, tenancy.ownerOf(beta).user(), "members:read");
        ApiKeySecret sister = machines.key(acme, owner, "billing:read");

        assertThat(machines.machines().inspectMachineToken().inspect(machines.authenticate(sister), token))
                .contains(token);
        assertThat(machines.machines().inspectMachineToken().inspect(machines.authenticate(foreign), token))
                .isEmpty();
    }

    @Test
    void a_token_that_names_another_tenant_than_its_keys_does_not_hold() {
        TenantId beta = tenancy.company("Beta").id();
        MachineClaims moved = new MachineClaims(
                token.key(),
                beta,
                token.scopes(),
                token.issuedAt(),
                token.expiresAt(),
                token.id(),
                token.secretSince());

        assertThatThrownBy(() -> machines.authenticate(moved)).isInstanceOf(Unauthenticated.class);
    }

    private void revoke(KeyPrincipal by, MachineClaims claims) {
        machines.machines().revokeMachineToken().revoke(by, claims, GATEWAY);
    }

    private MachineClaims inspected(MachineClaims claims) {
        KeyPrincipal by = machines.authenticate(machines.key(acme, owner, "members:read"));
        return machines.machines().inspectMachineToken().inspect(by, claims).orElseThrow();
    }

    private void assertEnded(MachineClaims claims) {
        KeyPrincipal by = machines.authenticate(machines.key(acme, owner, "members:read"));

        assertThatThrownBy(() -> machines.authenticate(claims)).isInstanceOf(Unauthenticated.class);
        assertThat(machines.machines().inspectMachineToken().inspect(by, claims))
                .isEmpty();
    }
}
