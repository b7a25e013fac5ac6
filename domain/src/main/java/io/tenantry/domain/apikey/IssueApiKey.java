package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Makes a key. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_API_KEYS}. Who answers for it gets a mail. */
@DrivingPort
public interface IssueApiKey {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role does not allow it, or the key would be wider than the caller: have
     *     other scopes than a key that calls, or live longer; or if the key calls by a token, or by the secret before its last rotation
     * @throws io.tenantry.domain.failure.InvalidInput if it would be over already
     * @throws io.tenantry.domain.failure.LimitReached if the tenant has {@link ApiKey#MOST} that are active
     */
    Issued issue(Command command);

    record Command(
            TenantCaller by,
            TenantId tenant,
            ApiKeyName name,
            Scopes scopes,
            Optional<Instant> expiresAt,
            Device device) {}

    /** @param secret shown this once */
    record Issued(ApiKeyDetails key, ApiKeySecret secret) {}
}
