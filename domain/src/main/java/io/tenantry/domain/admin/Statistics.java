package io.tenantry.domain.admin;

import io.tenantry.domain.tenant.TenantStatus;
import java.util.Map;

/**
 * The installation in figures.
 *
 * @param tenants how many there are of each status; those that are not named: none
 * @param registeredTenants in the last 30 days
 * @param registeredUsers in the last 30 days
 * @param activeUsers who used a session in the last 30 days
 * @param activeApiKeys neither revoked nor expired
 * @param unitsThisMonth of all tenants together, in the month of UTC
 */
public record Statistics(
        Map<TenantStatus, Long> tenants,
        long registeredTenants,
        long users,
        long verifiedUsers,
        long disabledUsers,
        long registeredUsers,
        long activeUsers,
        long liveSessions,
        long pendingInvitations,
        long activeApiKeys,
        long unitsThisMonth) {

    public Statistics {
        tenants = Map.copyOf(tenants);
    }
}
