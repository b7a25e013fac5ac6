package io.tenantry.http.api.admin;

import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.tenant.TenantStatus;

/**
 * The installation in figures.
 *
 * @param activeApiKeys neither revoked nor expired
 * @param unitsThisMonth of all tenants together, in the month of UTC
 */
record StatisticsJson(
        TenantsJson tenants,
        UsersJson users,
        SessionsJson sessions,
        InvitationsJson invitations,
        long activeApiKeys,
        long unitsThisMonth) {
    static StatisticsJson of(Statistics statistics) {
        return new StatisticsJson(
                TenantsJson.of(statistics),
                new UsersJson(
                        statistics.users(),
                        statistics.verifiedUsers(),
                        statistics.disabledUsers(),
                        statistics.registeredUsers(),
                        statistics.activeUsers()),
                new SessionsJson(statistics.liveSessions()),
                new InvitationsJson(statistics.pendingInvitations()),
                statistics.activeApiKeys(),
                statistics.unitsThisMonth());
    }

    /**
     * How many tenants.
     *
     * @param lately registered in the last 30 days
     */
    record TenantsJson(long active, long inactive, long suspended, long lately) {
        static TenantsJson of(Statistics statistics) {
            return new TenantsJson(
                    statistics.tenants().getOrDefault(TenantStatus.ACTIVE, 0L),
                    statistics.tenants().getOrDefault(TenantStatus.INACTIVE, 0L),
                    statistics.tenants().getOrDefault(TenantStatus.SUSPENDED, 0L),
                    statistics.registeredTenants());
        }
    }

    /**
     * How many users.
     *
     * @param lately registered in the last 30 days
     * @param activeLately who used a session in the last 30 days
     */
    record UsersJson(long all, long verified, long disabled, long lately, long activeLately) {}

    /** How many sessions. */
    record SessionsJson(long live) {}

    /** How many invitations. */
    record InvitationsJson(long pending) {}
}
