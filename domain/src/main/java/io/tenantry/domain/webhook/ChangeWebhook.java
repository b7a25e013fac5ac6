package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.util.Optional;

/**
 * Changes a webhook. What was noted for one that is not active waits, and is sent once it is active again. Needs {@link
 * io.tenantry.domain.membership.Permission#MANAGE_WEBHOOKS}.
 */
@DrivingPort
public interface ChangeWebhook {

    /**
     * @return as it is now
     * @throws io.tenantry.domain.failure.NotFound if there is no such webhook in a tenant of the caller's
     * @throws io.tenantry.domain.failure.InvalidInput under {@code url} if nothing may be sent there
     */
    Webhook change(Command command);

    /** What is absent stays as it is. */
    record Command(
            TenantCaller by,
            TenantId tenant,
            WebhookId webhook,
            Optional<WebhookUrl> url,
            Optional<String> description,
            Optional<EventChoice> events,
            Optional<Boolean> active,
            Device device) {}
}
