package io.tenantry.persistence.admin;

/** The installation in figures, but for its tenants by status. */
public record CountsRow(
        long registeredTenants,
        long users,
        long verifiedUsers,
        long disabledUsers,
        long registeredUsers,
        long activeUsers,
        long liveSessions,
        long pendingInvitations,
        long activeApiKeys,
        long unitsThisMonth) {}
