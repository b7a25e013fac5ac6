package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Reads a webhook. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}. */
@DrivingPort
public interface ReadWebhook {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such webhook in a tenant of the caller's */
    Webhook read(TenantCaller by, TenantId tenant, WebhookId webhook);
}
