package io.tenantry.domain.apikey;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of tenants. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface ApiKeys {

    void add(ApiKey key);

    Optional<ApiKeyDetails> find(TenantId tenant, ApiKeyId id);

    /** Held until the transaction under way ends. */
    Optional<ApiKey> hold(TenantId tenant, ApiKeyId id);

    /** By its id alone, in the scope of all tenants; held. */
    Optional<ApiKey> hold(ApiKeyId id);

    /**
     * Replaces name, who answers for it, secrets and end of a key that exists. All nodes hear of it within a second. A new current
     * secret begins the count of {@link ApiKeyUse#previousSecretRequests} anew.
     */
    void update(ApiKey key);

    /** Revoked and expired ones too, the newest first; the cursor is {@code createdAt} and the id. */
    Page<ApiKeyDetails> page(TenantId tenant, PageRequest request);

    /** Those of a member that are not revoked, held, the oldest first. */
    List<ApiKey> holdOf(TenantId tenant, UserId createdBy);

    /** Those of the keys that are there and in the scope at hand, in no particular order. */
    List<ApiKey> findAll(Set<ApiKeyId> ids);

    /** How many of a tenant are neither revoked nor expired. */
    int active(TenantId tenant, Instant now);

    /** What a key was used for, day by day, the first first; days without use are left out. */
    List<DailyUse> usage(TenantId tenant, ApiKeyId id, LocalDate from, LocalDate to);

    /**
     * Removes what keys of all tenants were used for on days before that one; what they were used for altogether stays. In the scope of
     * all tenants.
     *
     * @param limit how many days of keys at most
     * @return how many there were
     */
    int removeUsage(LocalDate before, int limit);
}
