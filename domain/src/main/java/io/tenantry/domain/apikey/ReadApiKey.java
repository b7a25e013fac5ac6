package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads a key. Needs {@link io.tenantry.domain.membership.Permission#READ_API_KEYS}. */
@DrivingPort
public interface ReadApiKey {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant or key, or the caller is no member */
    ApiKeyDetails read(TenantCaller by, TenantId tenant, ApiKeyId key);
}
