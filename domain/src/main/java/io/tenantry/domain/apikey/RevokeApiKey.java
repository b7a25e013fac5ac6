package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/**
 * Ends a key: no node lets it pass a second later. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_API_KEYS}. Of one
 * that is revoked nothing changes.
 */
@DrivingPort
public interface RevokeApiKey {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant or key, or the caller is no member */
    void revoke(Command command);

    record Command(TenantCaller by, TenantId tenant, ApiKeyId key, Device device) {}
}
