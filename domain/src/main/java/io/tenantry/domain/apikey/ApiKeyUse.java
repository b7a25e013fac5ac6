package io.tenantry.domain.apikey;

import java.time.Instant;
import java.util.Optional;

/**
 * What a key was used for, but for the last second or so: see {@link KeyUses}.
 *
 * @param requests that were let pass, since the key was made
 * @param previousSecretRequests of these, by the secret before, since the last rotation
 */
public record ApiKeyUse(Optional<Instant> lastUsedAt, long requests, long previousSecretRequests) {

    public static final ApiKeyUse NONE = new ApiKeyUse(Optional.empty(), 0, 0);
}
