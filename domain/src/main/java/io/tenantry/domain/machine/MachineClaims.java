package io.tenantry.domain.machine;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What an access token of an API key says (RFC 9068, section 2.2; RFC 6749, section 4.4): how it is written down and signed is the
 * adapter's.
 *
 * @param id names this token ({@code jti})
 * @param secretSince which of the key's secrets it was given for: that which was handed out then; the token ends with it
 */
public record MachineClaims(
        ApiKeyId key,
        TenantId tenant,
        Scopes scopes,
        Instant issuedAt,
        Instant expiresAt,
        UUID id,
        Instant secretSince) {

    public static final Duration LIFETIME = Duration.ofMinutes(15);
}
