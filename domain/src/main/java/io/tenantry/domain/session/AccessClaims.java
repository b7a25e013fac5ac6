package io.tenantry.domain.session;

import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an access token says (RFC 9068, section 2.2): how it is written down and signed is the adapter's.
 *
 * @param tenant the one in which the token works; empty for a user without one
 * @param role the user's in that tenant, when the token was issued
 * @param id names this token ({@code jti})
 */
public record AccessClaims(
        UserId user,
        SessionId session,
        Optional<TenantId> tenant,
        Optional<Role> role,
        Instant issuedAt,
        Instant expiresAt,
        UUID id) {}
