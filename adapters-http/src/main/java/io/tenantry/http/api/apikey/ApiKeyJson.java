package io.tenantry.http.api.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.IssueApiKey;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.http.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key as its tenant sees it.
 *
 * @param prefix what each of its secrets begins with
 * @param lastFour how the one that was handed out last ends
 * @param createdBy the member who answers for it
 * @param previousSecretExpiresAt when the secret before ceases to work; null if it works no more
 * @param requests that were let pass
 * @param previousSecretRequests of these, by the secret before, since the last rotation
 * @param key the secret, where it is handed out; else absent
 */
public record ApiKeyJson(
        String id,
        String name,
        String prefix,
        String lastFour,
        List<String> scopes,
        String createdAt,
        String createdBy,
        String lastUsedAt,
        String expiresAt,
        String previousSecretExpiresAt,
        String revokedAt,
        boolean active,
        long requests,
        long previousSecretRequests,
        @JsonInclude(JsonInclude.Include.NON_NULL) String key) {

    /** @param now by which it is active, or not */
    public static ApiKeyJson of(ApiKeyDetails details, Instant now) {
        return of(details, null, now);
    }

    static ApiKeyJson of(IssueApiKey.Issued issued, Instant now) {
        return of(issued.key(), issued.secret(), now);
    }

    private static ApiKeyJson of(ApiKeyDetails details, ApiKeySecret secret, Instant now) {
        ApiKey key = details.key();
        ApiKeyUse use = details.use();
        return new ApiKeyJson(
                key.id().toString(),
                key.name().value(),
                key.id().prefix(),
                key.current().lastFour(),
                key.scopes().values().stream().map(Scope::value).toList(),
                Json.time(key.createdAt()),
                key.createdBy().toString(),
                time(use.lastUsedAt()),
                time(key.expiresAt()),
                time(key.previousSecretExpiresAt(now)),
                time(key.revokedAt()),
                key.isActive(now),
                use.requests(),
                use.previousSecretRequests(),
                secret == null ? null : secret.value());
    }

    private static String time(Optional<Instant> time) {
        return time.map(Json::time).orElse(null);
    }

    @Override
    public String toString() {
        return "ApiKeyJson[" + id + "]";
    }
}
