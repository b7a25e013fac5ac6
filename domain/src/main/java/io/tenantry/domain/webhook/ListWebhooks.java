package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.util.List;

/** Reads a tenant's webhooks, the oldest first. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}. */
@DrivingPort
public interface ListWebhooks {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member */
    List<Webhook> list(TenantCaller by, TenantId tenant);
}
