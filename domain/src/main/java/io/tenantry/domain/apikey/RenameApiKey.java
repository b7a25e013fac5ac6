package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Names a key anew. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_API_KEYS}. */
@DrivingPort
public interface RenameApiKey {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant or key, or the caller is no member
     * @throws io.tenantry.domain.failure.ApiKeyNotActive if it is revoked or expired
     */
    ApiKeyDetails rename(Command command);

    record Command(TenantCaller by, TenantId tenant, ApiKeyId key, ApiKeyName name, Device device) {}
}
