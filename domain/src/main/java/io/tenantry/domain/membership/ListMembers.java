package io.tenantry.domain.membership;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads the members of a tenant. Needs {@link Permission#SEE_MEMBERS}. */
@DrivingPort
public interface ListMembers {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member */
    Page<Member> list(TenantCaller by, TenantId tenant, PageRequest page);
}
