package io.tenantry.application.apikey;

import static io.tenantry.application.machine.MachineFixture.scopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.machine.MachineFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticateApiKeyTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final MachineFixture machines = new MachineFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final UserId owner = tenancy.ownerOf(acme).user();

    @Test
    void a_key_calls_for_its_tenant_by_its_scopes() {
        ApiKeySecret key = machines.key(acme, owner, "members:read", "billing:*");

        KeyPrincipal by = machines.authenticate(key);

        assertThat(by.key()).isEqualTo(key.key());
        assertThat(by.user()).isEqualTo(owner);
        assertThat(by.tenant()).isEqualTo(acme.id());
        assertThat(by.scopes()).isEqualTo(scopes("members:read", "billing:*"));
        assertThat(by.proof().previous()).isFalse();
    }

    @Test
    void R8_3_3_a_key_never_exceeds_its_creators_current_rights() {
        User admin = tenancy.join(acme, Role.ADMIN);
        ApiKeySecret key = machines.key(acme, admin.id(), "members:*", "audit:read");
        assertThat(machines.authenticate(key).scopes()).isEqualTo(scopes("members:*", "audit:read"));

        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            Membership before =
                    tenantry.ports().memberships().find(acme.id(), admin.id()).orElseThrow();
            tenantry.ports().memberships().update(before.as(Role.MEMBER));
            return before;
        });

        assertThat(machines.authenticate(key).scopes()).isEqualTo(scopes());
    }

    @Test
    void R7_4_2_who_is_disabled_or_no_member_any_more_has_no_keys_that_work() {
        User admin = tenancy.join(acme, Role.ADMIN);
        ApiKeySecret key = machines.key(acme, admin.id(), "members:read");

        disable(admin, true);
        assertThatThrownBy(() -> machines.authenticate(key)).isInstanceOf(Unauthenticated.class);

        disable(admin, false);
        assertThat(machines.authenticate(key).user()).isEqualTo(admin.id());

        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            tenantry.ports().memberships().remove(acme.id(), admin.id());
            return admin;
        });
        assertThatThrownBy(() -> machines.authenticate(key)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R7_4_2_a_revoked_one_and_one_of_a_suspended_tenant_call_no_more() {
        ApiKeySecret revoked = machines.key(acme, owner, "members:read");
        ApiKeySecret other = machines.key(acme, owner, "members:read");

        machines.revoke(revoked);
        assertThatThrownBy(() -> machines.authenticate(revoked)).isInstanceOf(Unauthenticated.class);
        assertThat(machines.authenticate(other).key()).isEqualTo(other.key());

        tenantry.change(acme, TenantStatus.SUSPENDED);
        assertThatThrownBy(() -> machines.authenticate(other)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void it_is_told_by_which_of_two_secrets_a_key_calls_until_the_overlap_is_over() {
        ApiKeySecret old = machines.key(acme, owner, "members:read");
        ApiKeySecret current = machines.rotate(old, Duration.ofHours(1));

        assertThat(machines.authenticate(old).proof().previous()).isTrue();
        assertThat(machines.authenticate(current).proof().previous()).isFalse();

        tenantry.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> machines.authenticate(old)).isInstanceOf(Unauthenticated.class);
        assertThat(machines.authenticate(current).proof().previous()).isFalse();
    }

    @Test
    void a_wrong_secret_of_a_known_key_opens_nothing() {
        ApiKeySecret key = machines.key(acme, owner, "members:read");
        machines.authenticate(key);
        ApiKeySecret guessed = ApiKeySecret.generate(key.key(), UniqueFixture.random());

        assertThatThrownBy(() -> machines.authenticate(guessed)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void who_shows_too_many_that_are_none_waits_but_for_what_is_remembered() {
        ApiKeySecret key = machines.key(acme, owner, "members:read");
        machines.authenticate(key);
        guess();

        assertThatThrownBy(() -> machines.authenticate(ApiKeyFixture.aSecret())).isInstanceOf(Throttled.class);
        assertThat(machines.authenticate(key).key()).isEqualTo(key.key());

        tenantry.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> machines.authenticate(ApiKeyFixture.aSecret())).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void nobody_waits_where_limits_are_switched_off() {
        TenantryFixture unlimited = new TenantryFixture(Policies.STANDARD.withRateLimits(false));
        MachineFixture free = new MachineFixture(unlimited);

        for (int i = 0; i <= KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
            assertThatThrownBy(() -> free.authenticate(ApiKeyFixture.aSecret())).isInstanceOf(Unauthenticated.class);
        }
    }

    @Test
    void a_call_that_was_let_pass_is_counted_when_it_is_said() {
        ApiKeySecret key = machines.key(acme, owner, "members:read");
        KeyPrincipal by = machines.authenticate(key);
        assertThat(machines.requests(key)).isZero();

        tenantry.useCases().apiKeys().countApiKeyCall().count(by);

        assertThat(machines.requests(key)).isEqualTo(1);
    }

    private void guess() {
        for (int i = 0; i < KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
            assertThatThrownBy(() -> machines.authenticate(ApiKeyFixture.aSecret()))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    private void disable(User user, boolean disabled) {
        tenantry.ports().transactions().outsideTenants(() -> {
            User stored = tenantry.ports().users().find(user.id()).orElseThrow();
            tenantry.ports().users().update(stored.disabled(disabled, tenantry.now()));
            return Optional.of(stored);
        });
    }
}
