package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Removes a webhook, with all that is on its way to it. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}. */
@DrivingPort
public interface RemoveWebhook {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such webhook in a tenant of the caller's */
    void remove(Command command);

    record Command(TenantCaller by, TenantId tenant, WebhookId webhook, Device device) {}
}
