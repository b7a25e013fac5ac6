package io.tenantry.domain.webhook;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads what was and is to be sent to a webhook, the newest first. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}. */
@DrivingPort
public interface ListDeliveries {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such webhook in a tenant of the caller's */
    Page<Delivery> list(TenantCaller by, TenantId tenant, WebhookId webhook, PageRequest page);
}
