package io.tenantry.domain.apikey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A key by which programs act for a tenant.
 *
 * @param createdBy the member who answers for it: at first who made it, later who took it over
 * @param expiresAt when it ends; empty if never
 * @param current the secret that was handed out last
 * @param previous the one before, if it was given an overlap, over or not
 * @param revokedAt when it was ended, if it was
 */
public record ApiKey(
        ApiKeyId id,
        TenantId tenant,
        ApiKeyName name,
        Scopes scopes,
        UserId createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Secret current,
        Optional<Previous> previous,
        Optional<Instant> revokedAt) {

    /** How many a tenant has at most that are neither revoked nor expired. */
    public static final int MOST = 500;

    /** The longest time for which two secrets work. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /**
     * What is kept of a secret.
     *
     * @param since when it was handed out, to the microsecond: by it a token names the secret that it was given for
     */
    public record Secret(TokenDigest digest, String lastFour, Instant since) {

        public static Secret of(ApiKeySecret clear, Instant now) {
            return new Secret(clear.digest(), clear.lastFour(), now.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** @param until when it ceases to work */
    public record Previous(Secret secret, Instant until) {}

    public static ApiKey issued(
            ApiKeySecret secret,
            TenantId tenant,
            ApiKeyName name,
            Scopes scopes,
            UserId by,
            Instant now,
            Optional<Instant> expiresAt) {
        return new ApiKey(
                secret.key(),
                tenant,
                name,
                scopes,
                by,
                now,
                expiresAt,
                Secret.of(secret, now),
                Optional.empty(),
                Optional.empty());
    }

    public boolean isActive(Instant now) {
        return !isRevoked() && !isExpired(now);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    public boolean isExpired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** When the secret before the last rotation ceases to work, if it still does. */
    public Optional<Instant> previousSecretExpiresAt(Instant now) {
        return previous.map(Previous::until).filter(now::isBefore);
    }

    /** Whether a secret is this key's just now. Compared in constant time. */
    public boolean isOpenedBy(TokenDigest shown, Instant now) {
        boolean isCurrent = current.digest().equals(shown);
        return isOpenedByPrevious(shown, now) || isCurrent;
    }

    /** Whether it is the one before, in its overlap. */
    public boolean isOpenedByPrevious(TokenDigest shown, Instant now) {
        return previous.filter(before ->
                        now.isBefore(before.until()) && before.secret().digest().equals(shown))
                .isPresent();
    }

    /** Whether the newest secret was handed out then. */
    public boolean hasSecretSince(Instant since) {
        return current.since().equals(since);
    }

    /** Whether a secret that was handed out then still is this key's: what it was exchanged for ends with it. */
    public boolean stillHasSecretSince(Instant since, Instant now) {
        return hasSecretSince(since)
                || previous.filter(before -> now.isBefore(before.until())
                                && before.secret().since().equals(since))
                        .isPresent();
    }

    public ApiKey named(ApiKeyName other) {
        return new ApiKey(id, tenant, other, scopes, createdBy, createdAt, expiresAt, current, previous, revokedAt);
    }

    /** @param overlap how long the secret so far works on, 0 to {@link #LONGEST_OVERLAP}; the one before it works no more */
    public ApiKey rotated(ApiKeySecret next, Duration overlap, Instant now) {
        Optional<Previous> before =
                overlap.isZero() ? Optional.empty() : Optional.of(new Previous(current, now.plus(overlap)));
        Secret secret = Secret.of(next, after(current.since(), now));
        return new ApiKey(id, tenant, name, scopes, createdBy, createdAt, expiresAt, secret, before, revokedAt);
    }

    /** So that no two secrets of a key were handed out at the same time, whatever the clocks of nodes say. */
    private static Instant after(Instant before, Instant now) {
        Instant next = before.plus(1, ChronoUnit.MICROS);
        return now.isBefore(next) ? next : now;
    }

    /** Answered for by another member. */
    public ApiKey takenOverBy(UserId other) {
        return new ApiKey(id, tenant, name, scopes, other, createdAt, expiresAt, current, previous, revokedAt);
    }

    public ApiKey revoked(Instant now) {
        return new ApiKey(
                id,
                tenant,
                name,
                scopes,
                createdBy,
                createdAt,
                expiresAt,
                current,
                previous,
                revokedAt.or(() -> Optional.of(now)));
    }
}
