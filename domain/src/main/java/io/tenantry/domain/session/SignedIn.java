package io.tenantry.domain.session;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.user.User;
import java.util.Optional;

/**
 * What somebody has who signed in, or refreshed.
 *
 * @param refreshToken the one to use next; empty if the session has none
 * @param tenant where the access token works; empty for a user without a tenant
 */
public record SignedIn(
        AccessClaims claims, Optional<RefreshToken> refreshToken, User user, Optional<TenantMembership> tenant) {}
