package io.tenantry.http.api.admin;

import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.tenant.TenantStatus;
import java.util.List;

/**
 * The installation in figures.
 *
 * @param activeApiKeys neither revoked nor expired
 * @param unitsThisMonth of all tenants together, in the month of UTC
 * @param daily the oldest day first
 */
record StatisticsJson(
        TenantsJson tenants,
        UsersJson users,
        SessionsJson sessions,
        InvitationsJson invitations,
        long activeApiKeys,
        long unitsThisMonth,
        List<DayJson> daily) {
    static StatisticsJson of(ReadStatistics.Figures figures) {
        Statistics statistics = figures.altogether();
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
                statistics.unitsThisMonth(),
                figures.daily().stream().map(DayJson::of).toList());
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

    /**
     * What came on a day of UTC.
     *
     * @param signIns null where nobody knows any more
     */
    record DayJson(String day, long registeredTenants, long registeredUsers, Long signIns, long requests, long units) {
        static DayJson of(DailyStatistics of) {
            return new DayJson(
                    of.day().toString(),
                    of.registeredTenants(),
                    of.registeredUsers(),
                    of.signIns().orElse(null),
                    of.requests(),
                    of.units());
        }
    }
}
