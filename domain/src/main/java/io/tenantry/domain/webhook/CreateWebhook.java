package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Makes a webhook. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}. */
@DrivingPort
public interface CreateWebhook {

    /** At most so many in a tenant. */
    int MOST = 20;

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role or scopes do not allow it
     * @throws io.tenantry.domain.failure.InvalidInput under {@code url} if nothing may be sent there
     * @throws io.tenantry.domain.failure.LimitReached if there are {@link #MOST}
     * @throws io.tenantry.domain.failure.Unavailable if the DNS does not tell in time where it leads
     */
    Created create(Command command);

    /** @param description 0 to {@value Webhook#LONGEST_DESCRIPTION} characters */
    record Command(
            TenantCaller by, TenantId tenant, WebhookUrl url, String description, EventChoice events, Device device) {}

    /** @param secret to be shown now, and never again */
    record Created(Webhook webhook, WebhookSecret secret) {}
}
