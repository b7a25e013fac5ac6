package io.tenantry.domain.admin;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Searches over the whole installation, by indexes, for its operators. In the scope of all tenants. */
@DrivenPort
public interface Directory {

    /** Tenants, the newest first; the cursor is {@code createdAt} and the id. */
    Page<TenantSummary> tenants(SearchText query, Optional<TenantStatus> status, PageRequest request);

    /** Users, the newest first; the cursor is {@code createdAt} and the id. */
    Page<User> users(SearchText query, PageRequest request);

    /**
     * Keys, the newest first; the cursor is {@code createdAt} and the id.
     *
     * @param exact the one that is wanted, in place of words
     */
    Page<FoundApiKey> apiKeys(SearchText query, Optional<ApiKeyId> exact, PageRequest request);

    /** @param now sessions count that are live then; what is counted as lately lies within 30 days before it */
    Statistics statistics(Instant now);

    /**
     * What came day by day of UTC, the oldest first; days on which nothing came are left out. Every session there is counts as a
     * sign-in.
     *
     * @param from the first day
     * @param to the last
     */
    List<DailyStatistics> daily(LocalDate from, LocalDate to);
}
