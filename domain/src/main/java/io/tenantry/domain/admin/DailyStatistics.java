package io.tenantry.domain.admin;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What came to the installation on a day of UTC. Tenants and users that were removed since count no more, nor does what was theirs.
 *
 * @param registeredTenants on that day
 * @param registeredUsers on that day
 * @param signIns sessions that began; empty if some of them may be removed, for they are kept only for a time after their end
 * @param requests by API keys, that were let pass
 * @param units that were counted against the tenants' quotas
 */
public record DailyStatistics(
        LocalDate day,
        long registeredTenants,
        long registeredUsers,
        Optional<Long> signIns,
        long requests,
        long units) {

    /** A day on which nothing came. */
    public static DailyStatistics none(LocalDate day) {
        return new DailyStatistics(day, 0, 0, Optional.of(0L), 0, 0);
    }

    /** The same, where nobody knows any more how many sessions began. */
    public DailyStatistics withoutSignIns() {
        return new DailyStatistics(day, registeredTenants, registeredUsers, Optional.empty(), requests, units);
    }
}
