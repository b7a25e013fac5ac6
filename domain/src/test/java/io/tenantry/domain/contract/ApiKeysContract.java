package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.apikey.ApiKeys} must do, but for what was used: see {@link KeyUsesContract}. */
public abstract class ApiKeysContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void a_key_of_every_state_is_found_and_held_as_it_was_unused() {
        ApiKey plain = aKey();
        ApiKey ending = ApiKeyFixture.until(now.plusSeconds(60), plain.tenant(), plain.createdBy());
        ApiKey over = ApiKeyFixture.until(now.minusSeconds(60), plain.tenant(), plain.createdBy());
        ApiKey rotated = rotated(ApiKeyFixture.of(plain.tenant(), plain.createdBy()));
        ApiKey revoked = ApiKeyFixture.of(plain.tenant(), plain.createdBy()).revoked(now);
        for (ApiKey key : List.of(plain, ending, over, rotated, revoked)) {
            stored(key);

            assertThat(find(key)).contains(new ApiKeyDetails(key, ApiKeyUse.NONE));
            assertThat(hold(key)).contains(key);
            assertThat(across(() -> ports().apiKeys().hold(key.id()))).contains(key);
        }
    }

    @Test
    void what_was_never_stored_is_not_found() {
        ApiKey unknown = aKey();

        assertThat(across(() -> seen(unknown))).isEmpty();
        assertThat(in(unknown.tenant(), () -> seen(unknown))).isEmpty();
    }

    @Test
    void what_was_rolled_back_is_not_there() {
        ApiKey key = aKey();

        Rollback.of(() -> doIn(key.tenant(), () -> {
            ports().apiKeys().add(key);
            throw new Rollback();
        }));

        assertThat(find(key)).isEmpty();
    }

    @Test
    void RMT_a_key_is_in_its_tenants_scope_alone() {
        ApiKey key = stored(aKey());
        TenantId other = storedTenant().id();

        assertThat(in(other, () -> seen(key))).isEmpty();
        assertThat(outside(() -> seen(key))).isEmpty();
        assertThat(in(key.tenant(), () -> seen(key))).hasSize(6);
        assertThat(across(() -> seen(key))).hasSize(6);
        assertThat(in(other, () -> ports().apiKeys().active(key.tenant(), now))).isZero();
    }

    @Test
    void RMT_a_key_is_not_found_under_the_id_of_another_tenant() {
        ApiKey key = stored(aKey());
        TenantId other = storedTenant().id();

        assertThat(across(() -> ports().apiKeys().find(other, key.id()))).isEmpty();
        assertThat(across(() -> ports().apiKeys().hold(other, key.id()))).isEmpty();
        assertThat(across(() -> ports().apiKeys().holdOf(other, key.createdBy())))
                .isEmpty();
        assertThat(across(() -> ports().apiKeys().page(other, PageRequest.FIRST))
                        .items())
                .isEmpty();
        assertThat(across(() -> ports().apiKeys().active(other, now))).isZero();
    }

    @Test
    void RMT_out_of_its_tenants_scope_none_is_stored_or_changed() {
        ApiKey key = stored(aKey());
        ApiKey next = ApiKeyFixture.of(key.tenant(), key.createdBy());
        TenantId other = storedTenant().id();

        assertThatThrownBy(() -> doIn(other, () -> ports().apiKeys().add(next))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> doOutside(() -> ports().apiKeys().add(next))).isInstanceOf(RuntimeException.class);
        changeFrom(other, key.revoked(now));

        assertThat(find(next)).isEmpty();
        assertThat(hold(key)).contains(key);
    }

    @Test
    void an_update_replaces_name_who_answers_secrets_and_end_of_that_one_alone() {
        ApiKey key = stored(aKey());
        ApiKey other = stored(ApiKeyFixture.of(key.tenant(), key.createdBy()));
        ApiKey renamed = key.named(new ApiKeyName("Nightly import"));
        ApiKey takenOver = renamed.takenOverBy(aMember(key.tenant()));
        ApiKey rotated = rotated(takenOver);
        ApiKey again = rotated.rotated(ApiKeyFixture.aSecretOf(key), Duration.ZERO, now.plusSeconds(2));
        for (ApiKey changed : List.of(renamed, takenOver, rotated, again, again.revoked(now))) {
            update(changed);

            assertThat(hold(key)).contains(changed);
        }
        assertThat(hold(other)).contains(other);
    }

    @Test
    void what_a_key_may_do_is_not_changed_by_an_update() {
        ApiKey key = stored(aKey());
        ApiKey wider = new ApiKey(
                key.id(),
                key.tenant(),
                key.name(),
                ApiKeyFixture.scopes("keys:*"),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.current(),
                key.previous(),
                key.revokedAt());

        update(wider);

        assertThat(hold(key)).contains(key);
    }

    @Test
    void an_update_of_a_key_that_is_not_there_makes_none() {
        ApiKey unknown = aKey();

        update(unknown);

        assertThat(find(unknown)).isEmpty();
    }

    @Test
    void who_holds_a_key_that_another_holds_waits_and_sees_what_it_did() throws Exception {
        ApiKey key = stored(aKey());

        Optional<ApiKey> second = InParallel.secondWaits(
                midst -> doIn(key.tenant(), () -> {
                    ports().apiKeys().hold(key.tenant(), key.id());
                    midst.run();
                    ports().apiKeys().update(key.revoked(now));
                }),
                () -> across(() -> ports().apiKeys().hold(key.id())));

        assertThat(second).contains(key.revoked(now));
    }

    @Test
    void who_holds_those_of_a_member_waits_for_who_holds_one_of_them() throws Exception {
        ApiKey key = stored(aKey());

        List<ApiKey> second = InParallel.secondWaits(
                midst -> across(() -> {
                    ports().apiKeys().hold(key.id());
                    midst.run();
                    ports().apiKeys().update(key.named(new ApiKeyName("Held before")));
                    return key;
                }),
                () -> holdOf(key.tenant(), key.createdBy()));

        assertThat(second).containsExactly(key.named(new ApiKeyName("Held before")));
    }

    @Test
    void those_of_a_tenant_are_listed_the_newest_first_a_page_at_a_time() {
        Tenant tenant = storedTenant();
        UserId by = aMember(tenant.id());
        List<ApiKey> oldestFirst = IntStream.of(0, 1, 1, 1, 2)
                .mapToObj(second -> stored(ApiKeyFixture.at(now.plusSeconds(second), tenant.id(), by)))
                .toList();
        update(oldestFirst.get(0).revoked(now));
        stored(aKey());

        List<ApiKeyDetails> listed = new ArrayList<>();
        Page<ApiKeyDetails> page = page(tenant.id(), new PageRequest(Optional.empty(), 2));
        listed.addAll(page.items());
        while (page.next().isPresent()) {
            page = page(tenant.id(), new PageRequest(page.next(), 2));
            listed.addAll(page.items());
        }

        assertThat(listed).extracting(ApiKeyDetails::use).containsOnly(ApiKeyUse.NONE);
        assertThat(listed)
                .extracting(details -> details.key().id())
                .containsExactlyInAnyOrderElementsOf(
                        oldestFirst.stream().map(ApiKey::id).toList());
        assertThat(listed.get(0).key()).isEqualTo(oldestFirst.get(4));
        assertThat(listed.get(4).key()).isEqualTo(oldestFirst.get(0).revoked(now));
    }

    @Test
    void those_of_a_member_that_are_not_revoked_are_held_the_oldest_first() {
        Tenant tenant = storedTenant();
        UserId member = aMember(tenant.id());
        ApiKey newer = stored(ApiKeyFixture.at(now.plusSeconds(1), tenant.id(), member));
        ApiKey older = stored(ApiKeyFixture.at(now, tenant.id(), member));
        ApiKey expired = stored(ApiKeyFixture.until(now.minusSeconds(1), tenant.id(), member));
        stored(ApiKeyFixture.of(tenant.id(), member).revoked(now));
        ApiKey ofAnother = stored(ApiKeyFixture.of(tenant.id(), aMember(tenant.id())));
        Tenant elsewhere = storedTenant();
        stored(MembershipFixture.joined(elsewhere.id(), member, Role.ADMIN, now));
        stored(ApiKeyFixture.of(elsewhere.id(), member));

        assertThat(holdOf(tenant.id(), member))
                .containsExactlyInAnyOrder(older, newer, expired)
                .containsSubsequence(older, newer);
        assertThat(holdOf(tenant.id(), ofAnother.createdBy())).containsExactly(ofAnother);
    }

    @Test
    void those_that_are_active_are_counted_to_the_instant() {
        Tenant tenant = storedTenant();
        UserId by = aMember(tenant.id());
        stored(ApiKeyFixture.of(tenant.id(), by));
        stored(ApiKeyFixture.until(now.plusSeconds(60), tenant.id(), by));
        stored(ApiKeyFixture.of(tenant.id(), by).revoked(now));

        assertThat(active(tenant.id(), now)).isEqualTo(2);
        assertThat(active(tenant.id(), now.plusSeconds(60).minusNanos(1000))).isEqualTo(2);
        assertThat(active(tenant.id(), now.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void of_many_that_are_looked_for_those_in_reach_are_found() {
        ApiKey one = stored(aKey());
        ApiKey other = stored(ApiKeyFixture.of(one.tenant(), one.createdBy()).revoked(now));
        ApiKey foreign = stored(aKey());
        var wanted = Set.of(one.id(), other.id(), foreign.id());

        assertThat(in(one.tenant(), () -> ports().apiKeys().findAll(wanted))).containsExactlyInAnyOrder(one, other);
        assertThat(across(() -> ports().apiKeys().findAll(wanted))).hasSize(3);
        assertThat(across(() -> ports().apiKeys().findAll(Set.of()))).isEmpty();
    }

    @Test
    void with_a_tenant_go_its_keys_and_no_others() {
        Tenant tenant = storedTenant();
        ApiKey gone = stored(ApiKeyFixture.of(tenant.id(), aMember(tenant.id())));
        ApiKey kept = stored(aKey());

        doOutside(() -> ports().tenants().update(tenant.closed(now)));
        doIn(tenant.id(), () -> ports().tenants().remove(tenant.id()));

        assertThat(across(() -> ports().apiKeys().hold(gone.id()))).isEmpty();
        assertThat(hold(kept)).contains(kept);
    }

    /** Row security hides the row, or the implementation refuses: either way nothing is changed. */
    private void changeFrom(TenantId scope, ApiKey changed) {
        try {
            doIn(scope, () -> ports().apiKeys().update(changed));
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private List<Object> seen(ApiKey wanted) {
        var keys = ports().apiKeys();
        return List.<Collection<?>>of(
                        keys.find(wanted.tenant(), wanted.id()).stream().toList(),
                        keys.hold(wanted.tenant(), wanted.id()).stream().toList(),
                        keys.hold(wanted.id()).stream().toList(),
                        keys.findAll(Set.of(wanted.id())),
                        keys.holdOf(wanted.tenant(), wanted.createdBy()),
                        keys.page(wanted.tenant(), PageRequest.FIRST).items())
                .stream()
                .<Object>flatMap(Collection::stream)
                .toList();
    }

    /** Of a member of a tenant of their own; not stored yet. */
    private ApiKey aKey() {
        TenantId tenant = storedTenant().id();
        return ApiKeyFixture.of(tenant, aMember(tenant));
    }

    private UserId aMember(TenantId tenant) {
        return stored(MembershipFixture.joined(tenant, storedUser().id(), Role.OWNER, now))
                .user();
    }

    private ApiKey rotated(ApiKey key) {
        return key.rotated(ApiKeyFixture.aSecretOf(key), Duration.ofHours(1), now.plusSeconds(1));
    }

    private ApiKey stored(ApiKey key) {
        doIn(key.tenant(), () -> ports().apiKeys().add(key));
        return key;
    }

    private void update(ApiKey key) {
        doIn(key.tenant(), () -> ports().apiKeys().update(key));
    }

    private Optional<ApiKeyDetails> find(ApiKey key) {
        return in(key.tenant(), () -> ports().apiKeys().find(key.tenant(), key.id()));
    }

    private Optional<ApiKey> hold(ApiKey key) {
        return in(key.tenant(), () -> ports().apiKeys().hold(key.tenant(), key.id()));
    }

    private List<ApiKey> holdOf(TenantId tenant, UserId member) {
        return in(tenant, () -> ports().apiKeys().holdOf(tenant, member));
    }

    private Page<ApiKeyDetails> page(TenantId tenant, PageRequest request) {
        return in(tenant, () -> ports().apiKeys().page(tenant, request));
    }

    private int active(TenantId tenant, Instant at) {
        return in(tenant, () -> ports().apiKeys().active(tenant, at));
    }
}
