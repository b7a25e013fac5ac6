package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.apikey.KnownKeys} must do. Each test asks first, so that there is something to forget. */
public abstract class KnownKeysContract extends PortContract {

    private final Instant now = TimeFixture.now();
    private final Lazy<Tenant> tenant = new Lazy<>(this::storedTenant);
    private final Lazy<User> owner = new Lazy<>(() -> {
        User user = storedUser();
        storedOwner(tenant.get(), user);
        return user;
    });

    @Test
    void a_key_comes_with_its_tenant_and_the_role_of_who_answers_for_it() {
        ApiKey key = stored(aKey());

        KnownKey known = find(key).orElseThrow();

        assertThat(known.key()).isEqualTo(key);
        assertThat(known.tenant()).isEqualTo(tenant.get());
        assertThat(known.role()).contains(Role.OWNER);
        assertThat(known.used().at(now)).isZero();
    }

    @Test
    void a_key_that_was_never_found_is_not_remembered() {
        ApiKey key = stored(aKey());

        assertThat(ports().knownKeys().remembered(key.id())).isEmpty();
    }

    @Test
    void a_key_that_was_found_is_remembered() {
        ApiKey key = stored(aKey());

        // Not at the first time, perhaps: a node may still hear of a change before.
        Soon.become(
                () -> find(key).isPresent()
                        && ports().knownKeys().remembered(key.id()).isPresent(),
                true);

        assertThat(ports().knownKeys().remembered(key.id())).isEqualTo(find(key));
    }

    @Test
    void that_there_is_no_such_key_is_not_remembered() {
        ApiKey key = aKey();
        assertThat(find(key)).isEmpty();
        assertThat(ports().knownKeys().remembered(key.id())).isEmpty();

        stored(key);

        assertThat(find(key)).map(KnownKey::key).contains(key);
    }

    @Test
    void a_revoked_key_is_seen_as_one_within_a_second() {
        ApiKey key = known(aKey());

        change(key.revoked(now));

        becomes(key.revoked(now), tenant.get(), Optional.of(Role.OWNER));
    }

    @Test
    void another_name_another_secret_and_another_who_answers_are_seen_within_a_second() {
        ApiKey key = known(aKey());
        User admin = aMember(Role.ADMIN);
        ApiKey renamed = key.named(new ApiKeyName("Other"));
        ApiKey rotated = renamed.rotated(ApiKeyFixture.aSecretOf(key), Duration.ofHours(1), now);
        for (ApiKey changed : List.of(renamed, rotated)) {
            change(changed);

            becomes(changed, tenant.get(), Optional.of(Role.OWNER));
        }

        change(rotated.takenOverBy(admin.id()));

        becomes(rotated.takenOverBy(admin.id()), tenant.get(), Optional.of(Role.ADMIN));
    }

    @Test
    void what_was_rolled_back_is_not_seen() {
        ApiKey key = known(aKey());

        Rollback.of(() -> doIn(key.tenant(), () -> {
            ports().apiKeys().update(key.revoked(now));
            throw new Rollback();
        }));

        assertThat(find(key)).map(KnownKey::key).contains(key);
    }

    @Test
    void R8_3_3_another_role_of_who_answers_is_seen_within_a_second_and_its_end_too() {
        User admin = aMember(Role.ADMIN);
        ApiKey key = known(ApiKeyFixture.of(tenant.get().id(), admin.id()));

        doIn(
                key.tenant(),
                () -> ports().memberships()
                        .update(MembershipFixture.joined(key.tenant(), admin.id(), Role.MEMBER, now)));
        becomes(key, tenant.get(), Optional.of(Role.MEMBER));

        doIn(key.tenant(), () -> ports().memberships().remove(key.tenant(), admin.id()));
        becomes(key, tenant.get(), Optional.empty());
    }

    @Test
    void a_key_of_somebody_who_never_was_a_member_comes_without_a_role() {
        ApiKey key = stored(ApiKeyFixture.of(tenant.get().id(), storedUser().id()));

        assertThat(find(key)).map(KnownKey::role).contains(Optional.empty());
    }

    @Test
    void who_is_disabled_has_no_role_within_a_second_and_has_it_again_when_enabled() {
        User user = owner.get();
        ApiKey key = known(aKey());

        doOutside(() -> ports().users().update(user.disabled(true, now)));
        becomes(key, tenant.get(), Optional.empty());

        doOutside(() -> ports().users().update(user.disabled(false, now)));
        becomes(key, tenant.get(), Optional.of(Role.OWNER));
    }

    @Test
    void a_suspended_tenant_another_plan_and_another_quota_are_seen_within_a_second() {
        ApiKey key = known(aKey());
        Tenant suspended = tenant.get().withStatus(TenantStatus.SUSPENDED, now);
        Tenant active = suspended.withStatus(TenantStatus.ACTIVE, now);
        for (Tenant changed : List.of(suspended, active, active.on(new Plan("PRO"), 7, now))) {
            doOutside(() -> ports().tenants().update(changed));

            becomes(key, changed, Optional.of(Role.OWNER));
        }
    }

    @Test
    void with_a_tenant_go_its_keys_within_a_second() {
        ApiKey key = known(aKey());
        TenantId gone = tenant.get().id();

        doOutside(() -> ports().tenants().update(tenant.get().closed(now)));
        doIn(gone, () -> ports().tenants().remove(gone));

        Soon.become(() -> find(key), Optional.empty());
        assertThat(ports().knownKeys().remembered(key.id())).isEmpty();
    }

    @Test
    void units_that_were_written_down_are_known_of_a_key_that_is_read_after_that() {
        KnownKey first = find(stored(aKey())).orElseThrow();
        ports().keyUses().admit(first, false, 7, now);
        ports().keyUses().write(now);

        KnownKey second = find(stored(aKey())).orElseThrow();

        assertThat(second.used().at(now)).isEqualTo(7);
    }

    private void becomes(ApiKey key, Tenant of, Optional<Role> role) {
        Optional<List<Object>> wanted = Optional.of(List.of(key, of, role));
        Soon.become(() -> find(key).map(KnownKeysContract::decisive), wanted);
        Soon.become(() -> find(key).flatMap(found -> remembered(key)), wanted);
    }

    private Optional<List<Object>> remembered(ApiKey key) {
        return ports().knownKeys().remembered(key.id()).map(KnownKeysContract::decisive);
    }

    private static List<Object> decisive(KnownKey known) {
        return List.of(known.key(), known.tenant(), known.role());
    }

    private ApiKey aKey() {
        return ApiKeyFixture.of(tenant.get().id(), owner.get().id());
    }

    private User aMember(Role role) {
        owner.get();
        User user = storedUser();
        stored(MembershipFixture.joined(tenant.get().id(), user.id(), role, now));
        return user;
    }

    private ApiKey stored(ApiKey key) {
        doIn(key.tenant(), () -> ports().apiKeys().add(key));
        return key;
    }

    private ApiKey known(ApiKey key) {
        stored(key);
        assertThat(find(key)).map(KnownKey::key).contains(key);
        return key;
    }

    private void change(ApiKey key) {
        doIn(key.tenant(), () -> ports().apiKeys().update(key));
    }

    private Optional<KnownKey> find(ApiKey key) {
        return ports().knownKeys().find(key.id());
    }
}
