package io.tenantry.persistence.apikey;

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
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys in the table {@code api_key}; the words of their names, and their use, in tables of their own. */
public final class JdbiApiKeys implements ApiKeys {

    private final CurrentTransaction current;
    private final Dao<ApiKeyDao> keys;

    public JdbiApiKeys(CurrentTransaction current) {
        this.current = current;
        this.keys = new Dao<>(current, ApiKeyDao.class);
    }

    @Override
    public void add(ApiKey key) {
        keys.run(dao -> {
            dao.insert(key, ApiKeyRow.Previous.of(key));
            dao.addWords(key.id());
        });
    }

    @Override
    public Optional<ApiKeyDetails> find(TenantId tenant, ApiKeyId id) {
        return keys.get(dao -> dao.find(tenant, id));
    }

    @Override
    public Optional<ApiKey> hold(TenantId tenant, ApiKeyId id) {
        return keys.get(dao -> dao.hold(tenant, id));
    }

    @Override
    public Optional<ApiKey> hold(ApiKeyId id) {
        return keys.get(dao -> dao.hold(id));
    }

    @Override
    public void update(ApiKey key) {
        current.changes(Change.of(key.id()));
        keys.run(dao -> {
            dao.update(key, ApiKeyRow.Previous.of(key));
            dao.removeWords(key.id());
            dao.addWords(key.id());
        });
    }

    @Override
    public Page<ApiKeyDetails> page(TenantId tenant, PageRequest request) {
        List<ApiKeyDetails> found = keys.get(dao -> dao.page(tenant, PageStart.descending(request)));
        return Page.of(
                found,
                request,
                shown -> new Cursor(shown.key().createdAt(), shown.key().id().value()));
    }

    @Override
    public List<ApiKey> holdOf(TenantId tenant, UserId createdBy) {
        return keys.get(dao -> dao.holdOf(tenant, createdBy));
    }

    @Override
    public List<ApiKey> findAll(Set<ApiKeyId> ids) {
        return keys.get(dao -> dao.findAll(ids.stream().map(ApiKeyId::toString).toList()));
    }

    @Override
    public int active(TenantId tenant, Instant now) {
        return keys.get(dao -> dao.active(tenant, now));
    }

    @Override
    public List<DailyUse> usage(TenantId tenant, ApiKeyId id, LocalDate from, LocalDate to) {
        return keys.get(dao -> dao.usage(tenant, id, from, to));
    }

    @Override
    public int removeUsage(LocalDate before, int limit) {
        return keys.get(dao -> dao.removeUsage(before, limit));
    }
}
