package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/**
 * Gives a webhook another secret. Events bear both signatures for {@link Webhook#OVERLAP}; renewed again within that time, only those
 * of the last two. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}.
 */
@DrivingPort
public interface RenewWebhookSecret {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such webhook in a tenant of the caller's */
    CreateWebhook.Created renew(Command command);

    record Command(TenantCaller by, TenantId tenant, WebhookId webhook, Device device) {}
}
