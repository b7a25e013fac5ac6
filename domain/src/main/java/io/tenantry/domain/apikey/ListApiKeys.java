package io.tenantry.domain.apikey;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads a tenant's keys, the newest first, revoked ones too. Needs {@link io.tenantry.domain.membership.Permission#READ_API_KEYS}. */
@DrivingPort
public interface ListApiKeys {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member */
    Page<ApiKeyDetails> list(TenantCaller by, TenantId tenant, PageRequest page);
}
