package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/**
 * Sends an event {@code webhook.test}, after those that are on their way. Needs {@link
 * io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}.
 */
@DrivingPort
public interface TestWebhook {

    /** No more tests when so many events wait. */
    int MOST_WAITING = 100;

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such webhook in a tenant of the caller's
     * @throws io.tenantry.domain.failure.LimitReached if {@link #MOST_WAITING} events or more wait to be sent there
     */
    Delivery test(Command command);

    record Command(TenantCaller by, TenantId tenant, WebhookId webhook) {}
}
