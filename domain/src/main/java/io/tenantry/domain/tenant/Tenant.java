package io.tenantry.domain.tenant;

import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A company and its walled space.
 *
 * @param number 1, 2, 3 … in the order of registration, with gaps where a registration failed
 * @param contactEmail where the company is reached; at first its owner's
 * @param requireMfa whether its members must have a second factor to use it
 * @param plan what it pays for
 * @param quotaLimit how many units its API keys may use in a month; 0 or more
 * @param removedAfter when it is removed, with all that is in it, if its owner has closed it
 */
public record Tenant(
        TenantId id,
        long number,
        TenantName name,
        Slug slug,
        EmailAddress contactEmail,
        TenantStatus status,
        boolean requireMfa,
        Plan plan,
        long quotaLimit,
        Optional<Instant> removedAfter,
        Instant createdAt,
        Instant updatedAt) {

    /** How long a closed tenant can be restored. */
    public static final Duration RESTORABLE = Duration.ofDays(7);

    public static final long STANDARD_QUOTA = 10_000;

    /** @throws IllegalArgumentException if the quota is negative */
    public Tenant {
        if (quotaLimit < 0) {
            throw new IllegalArgumentException("a quota is not negative");
        }
    }

    public boolean isActive() {
        return status == TenantStatus.ACTIVE;
    }

    public boolean isClosed() {
        return removedAfter.isPresent();
    }

    public SchemaName schema() {
        return slug.schema();
    }

    public Tenant named(TenantName other, Instant now) {
        return new Tenant(
                id,
                number,
                other,
                slug,
                contactEmail,
                status,
                requireMfa,
                plan,
                quotaLimit,
                removedAfter,
                createdAt,
                now);
    }

    public Tenant withContactEmail(EmailAddress other, Instant now) {
        return new Tenant(
                id, number, name, slug, other, status, requireMfa, plan, quotaLimit, removedAfter, createdAt, now);
    }

    public Tenant requiringMfa(boolean yes, Instant now) {
        return new Tenant(
                id, number, name, slug, contactEmail, status, yes, plan, quotaLimit, removedAfter, createdAt, now);
    }

    /** On other terms. */
    public Tenant on(Plan otherPlan, long otherQuota, Instant now) {
        return new Tenant(
                id,
                number,
                name,
                slug,
                contactEmail,
                status,
                requireMfa,
                otherPlan,
                otherQuota,
                removedAfter,
                createdAt,
                now);
    }

    /** With another status. What is due to be removed stays so, unless it becomes active: then it is restored. */
    public Tenant withStatus(TenantStatus newStatus, Instant now) {
        Optional<Instant> removal = newStatus == TenantStatus.ACTIVE ? Optional.empty() : removedAfter;
        return new Tenant(
                id, number, name, slug, contactEmail, newStatus, requireMfa, plan, quotaLimit, removal, createdAt, now);
    }

    /** Closed by its owner: inactive at once, to be removed after {@link #RESTORABLE}. */
    public Tenant closed(Instant now) {
        return new Tenant(
                id,
                number,
                name,
                slug,
                contactEmail,
                TenantStatus.INACTIVE,
                requireMfa,
                plan,
                quotaLimit,
                Optional.of(now.plus(RESTORABLE)),
                createdAt,
                now);
    }
}
