package io.tenantry.domain.social;

import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account at a provider by which a user may sign in.
 *
 * @param email what the provider called them by when it was linked: to show, never to look up
 */
public record LinkedIdentity(
        LinkedIdentityId id,
        UserId user,
        ProviderName provider,
        String issuer,
        String subject,
        Optional<String> email,
        Instant linkedAt,
        Optional<Instant> lastUsedAt) {

    public LinkedIdentity used(Instant now) {
        return new LinkedIdentity(id, user, provider, issuer, subject, email, linkedAt, Optional.of(now));
    }
}
