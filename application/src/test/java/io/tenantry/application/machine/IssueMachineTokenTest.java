package io.tenantry.application.machine;

import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.machine.MachineFixture.GATEWAY;
import static io.tenantry.application.machine.MachineFixture.asking;
import static io.tenantry.application.machine.MachineFixture.scopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.machine.IssueMachineToken;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueMachineTokenTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final MachineFixture machines = new MachineFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final UserId owner = tenancy.ownerOf(acme).user();

    @Test
    void a_key_is_exchanged_for_a_token_of_all_that_it_gives_for_fifteen_minutes() {
        ApiKeySecret key = machines.key(acme, owner, "members:read", "billing:*");

        MachineClaims claims = machines.token(key);

        assertThat(claims.key()).isEqualTo(key.key());
        assertThat(claims.tenant()).isEqualTo(acme.id());
        assertThat(claims.scopes()).isEqualTo(scopes("members:read", "billing:*"));
        assertThat(claims.issuedAt()).isEqualTo(tenantry.now());
        assertThat(claims.expiresAt()).isEqualTo(tenantry.now().plus(Duration.ofMinutes(15)));
        assertThat(machines.token(key).id()).isNotEqualTo(claims.id());
    }

    @Test
    void it_may_be_asked_for_less_and_for_no_more() {
        ApiKeySecret key = machines.key(acme, owner, "members:read", "billing:*");

        assertThat(machines.token(key, "billing:read").scopes()).isEqualTo(scopes("billing:read"));
        assertRefused(
                () -> machines.token(key, "members:read", "members:write"),
                InvalidInput.SCOPE,
                FieldProblem.NOT_ALLOWED);
    }

    @Test
    void R8_3_3_it_gives_nothing_that_the_role_of_who_answers_for_the_key_does_not_give() {
        UserId member = tenancy.join(acme, Role.MEMBER).id();
        ApiKeySecret key = machines.key(acme, member, "members:read", "members:write", "billing:read");

        assertThat(machines.token(key).scopes()).isEqualTo(scopes("members:read", "billing:read"));
        assertRefused(() -> machines.token(key, "members:write"), InvalidInput.SCOPE, FieldProblem.NOT_ALLOWED);
    }

    @Test
    void it_counts_as_a_request_of_the_key_and_a_refused_one_does_not() {
        ApiKeySecret key = machines.key(acme, owner, "members:read");

        machines.token(key);
        assertThatThrownBy(() -> machines.token(key, "audit:read")).isInstanceOf(InvalidInput.class);

        assertThat(machines.requests(key)).isEqualTo(1);
    }

    @Test
    void a_key_that_is_not_good_gets_none() {
        ApiKeySecret revoked = machines.key(acme, owner, "members:read");
        ApiKeySecret expired =
                machines.key(acme, owner, Optional.of(tenantry.now().plusSeconds(1)), "members:read");
        ApiKeySecret unknown =
                ApiKeySecret.generate(ApiKeyId.next(tenantry.now(), UniqueFixture.random()), UniqueFixture.random());
        machines.revoke(revoked);
        tenantry.pass(Duration.ofSeconds(1));

        assertThatThrownBy(() -> machines.token(revoked)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> machines.token(expired)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> machines.token(unknown)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R7_4_2_nor_does_one_of_a_suspended_tenant() {
        ApiKeySecret key = machines.key(acme, owner, "members:read");
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> machines.token(key)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_good_key_under_the_id_of_another_gets_none() {
        ApiKeySecret key = machines.key(acme, owner, "members:read");
        ApiKeySecret other = machines.key(acme, owner, "members:read");
        IssueMachineToken.Command mixed =
                new IssueMachineToken.Command(other.key().toString(), key.value(), Optional.empty(), GATEWAY);

        assertThatThrownBy(() -> machines.machines().issueMachineToken().issue(mixed))
                .isInstanceOf(Unauthenticated.class);
        assertThat(mixed.toString()).doesNotContain(key.value());
    }

    @Test
    void it_does_not_say_to_live_longer_than_the_key_or_the_overlap_of_its_secret() {
        ApiKeySecret expiring =
                machines.key(acme, owner, Optional.of(tenantry.now().plusSeconds(60)), "members:read");
        ApiKeySecret old = machines.key(acme, owner, "members:read");
        ApiKeySecret current = machines.rotate(old, Duration.ofMinutes(2));

        assertThat(machines.token(expiring).expiresAt())
                .isEqualTo(tenantry.now().plusSeconds(60));
        assertThat(machines.token(old).expiresAt()).isEqualTo(tenantry.now().plusSeconds(120));
        assertThat(machines.token(current).expiresAt()).isEqualTo(tenantry.now().plus(MachineClaims.LIFETIME));
    }

    @Test
    void an_address_that_shows_too_many_keys_that_are_none_waits() {
        IssueMachineToken.Command wrong =
                new IssueMachineToken.Command("x", ApiKeyFixture.aSecret().value(), Optional.empty(), GATEWAY);
        ApiKeySecret key = machines.key(acme, owner, "members:read");
        machines.token(key);
        for (int i = 0; i < KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
            assertThatThrownBy(() -> machines.machines().issueMachineToken().issue(wrong))
                    .isInstanceOf(Unauthenticated.class);
        }

        assertThatThrownBy(() -> machines.machines().issueMachineToken().issue(wrong))
                .isInstanceOf(Throttled.class);
        assertThat(machines.machines().issueMachineToken().issue(asking(key, Optional.empty())))
                .as("what is remembered as a key is answered all the same")
                .isNotNull();
    }
}
