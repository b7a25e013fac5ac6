package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryApiKeys implements ApiKeys {

    private final InMemoryTransactions transactions;
    private final InMemoryKeyUsage usage;
    private final InMemoryRows<ApiKeyId, ApiKey> rows;

    InMemoryApiKeys(InMemoryTransactions transactions, InMemoryKeyUsage usage) {
        this.transactions = transactions;
        this.usage = usage;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void add(ApiKey key) {
        transactions.requireReach(key.tenant());
        if (!rows.add(key.id(), key)) {
            throw new IllegalStateException("key " + key.id() + " exists");
        }
    }

    @Override
    public Optional<ApiKeyDetails> find(TenantId tenant, ApiKeyId id) {
        return hold(tenant, id).map(this::details);
    }

    @Override
    public Optional<ApiKey> hold(TenantId tenant, ApiKeyId id) {
        return hold(id).filter(key -> key.tenant().equals(tenant));
    }

    /** One transaction at a time: nothing is to be held. */
    @Override
    public Optional<ApiKey> hold(ApiKeyId id) {
        return rows.find(id).filter(key -> transactions.reaches(key.tenant()));
    }

    @Override
    public void update(ApiKey key) {
        hold(key.tenant(), key.id()).ifPresent(before -> {
            rows.put(key.id(), changed(before, key));
            if (!before.current().equals(key.current())) {
                usage.rotated(key.id());
            }
        });
    }

    @Override
    public Page<ApiKeyDetails> page(TenantId tenant, PageRequest request) {
        return InMemoryPages.descending(of(tenant), request, InMemoryApiKeys::place)
                .map(this::details);
    }

    @Override
    public List<ApiKey> holdOf(TenantId tenant, UserId createdBy) {
        return of(tenant)
                .filter(key -> key.createdBy().equals(createdBy) && !key.isRevoked())
                .sorted(Comparator.comparing(ApiKey::createdAt))
                .toList();
    }

    @Override
    public List<ApiKey> findAll(Set<ApiKeyId> ids) {
        return ids.stream().map(this::hold).flatMap(Optional::stream).toList();
    }

    @Override
    public int active(TenantId tenant, Instant now) {
        return (int) of(tenant).filter(key -> key.isActive(now)).count();
    }

    @Override
    public List<DailyUse> usage(TenantId tenant, ApiKeyId id, LocalDate from, LocalDate to) {
        return hold(tenant, id).map(key -> usage.days(id, from, to)).orElse(List.of());
    }

    @Override
    public int removeUsage(LocalDate before, int limit) {
        return usage.removeDays(before, limit);
    }

    /** Those in reach. */
    Stream<ApiKey> all() {
        return rows.all().filter(key -> transactions.reaches(key.tenant()));
    }

    ApiKeyDetails details(ApiKey key) {
        return new ApiKeyDetails(key, usage.of(key.id()));
    }

    void forget(TenantId tenant) {
        of(tenant).toList().forEach(key -> {
            rows.remove(key.id());
            usage.forget(key.id());
        });
        usage.forget(tenant);
    }

    static Cursor place(ApiKey key) {
        return new Cursor(key.createdAt(), key.id().value());
    }

    private Stream<ApiKey> of(TenantId tenant) {
        return all().filter(key -> key.tenant().equals(tenant));
    }

    /** What a key may do, and when it expires, stays for its life. */
    private static ApiKey changed(ApiKey before, ApiKey to) {
        return new ApiKey(
                before.id(),
                before.tenant(),
                to.name(),
                before.scopes(),
                to.createdBy(),
                before.createdAt(),
                before.expiresAt(),
                to.current(),
                to.previous(),
                to.revokedAt());
    }
}
