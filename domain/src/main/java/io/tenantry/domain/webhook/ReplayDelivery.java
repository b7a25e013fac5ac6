package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/**
 * Sends an event once more, with the same id: after those that are on their way, or if it is one of them when its turn comes, without
 * waiting for its next try. Needs {@link io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}.
 */
@DrivingPort
public interface ReplayDelivery {

    /**
     * @return as it is then
     * @throws io.tenantry.domain.failure.NotFound if there is no such event at a webhook of the caller's
     */
    Delivery replay(Command command);

    record Command(TenantCaller by, TenantId tenant, WebhookId webhook, EventId event) {}
}
