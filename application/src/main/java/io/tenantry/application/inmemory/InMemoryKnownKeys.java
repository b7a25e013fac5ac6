package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.Users;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which keys were found, and looks anew what they are: so nothing is to be forgotten. */
final class InMemoryKnownKeys implements KnownKeys {

    private final InMemoryTransactions transactions;
    private final ApiKeys keys;
    private final InMemoryKeyUsage usage;
    private final Tenants tenants;
    private final Users users;
    private final Memberships memberships;
    private final Set<ApiKeyId> found = ConcurrentHashMap.newKeySet();

    InMemoryKnownKeys(
            InMemoryTransactions transactions,
            ApiKeys keys,
            InMemoryKeyUsage usage,
            Tenants tenants,
            Users users,
            Memberships memberships) {
        this.transactions = transactions;
        this.keys = keys;
        this.usage = usage;
        this.tenants = tenants;
        this.users = users;
        this.memberships = memberships;
    }

    @Override
    public Optional<KnownKey> remembered(ApiKeyId id) {
        return found.contains(id) ? find(id) : Optional.empty();
    }

    @Override
    public Optional<KnownKey> find(ApiKeyId id) {
        Optional<KnownKey> known =
                transactions.acrossTenants(() -> keys.hold(id).map(this::known));
        known.ifPresent(key -> found.add(id));
        return known;
    }

    private KnownKey known(ApiKey key) {
        return new KnownKey(key, tenants.find(key.tenant()).orElseThrow(), role(key), usage.latest(key.tenant()));
    }

    private Optional<Role> role(ApiKey key) {
        boolean enabled =
                users.find(key.createdBy()).filter(user -> !user.disabled()).isPresent();
        return memberships
                .find(key.tenant(), key.createdBy())
                .filter(member -> enabled)
                .map(Membership::role);
    }
}
