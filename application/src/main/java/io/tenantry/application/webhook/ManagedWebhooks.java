package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSender;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.domain.webhook.Webhooks;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Webhooks in the hands of who may manage them. Within a transaction in the tenant's scope, but for {@link #requireReachable}. */
final class ManagedWebhooks {

    private final TenantAccess access;
    private final Webhooks webhooks;
    private final WebhookSender sender;
    private final AuditTrail trail;

    ManagedWebhooks(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.access = new TenantAccess(ports);
        this.webhooks = ports.webhooks().webhooks();
        this.sender = ports.webhooks().sender();
        this.trail = new AuditTrail(ports, clock, random);
    }

    /** A tenant and one of its webhooks. */
    record Managed(Tenant tenant, Webhook webhook) {}

    Tenant require(TenantCaller by, TenantId tenant) {
        return access.require(by, tenant, Permission.MANAGE_WEBHOOKS).tenant();
    }

    /** Nobody else adds one as long as the transaction lasts. */
    Tenant requireHeld(TenantCaller by, TenantId tenant) {
        return access.requireHeld(by, tenant, Permission.MANAGE_WEBHOOKS).tenant();
    }

    /** @throws NotFound if there is none such */
    Managed find(TenantCaller by, TenantId tenant, WebhookId webhook) {
        Tenant in = require(by, tenant);
        return new Managed(in, webhooks.find(tenant, webhook).orElseThrow(NotFound::new));
    }

    /** The same, held: the tenant at first, as everybody does. */
    Managed hold(TenantCaller by, TenantId tenant, WebhookId webhook) {
        Tenant in = requireHeld(by, tenant);
        return new Managed(in, webhooks.hold(tenant, webhook).orElseThrow(NotFound::new));
    }

    /**
     * Asks the DNS, and so in no transaction.
     *
     * @throws InvalidInput if nothing may be sent there
     * @throws io.tenantry.domain.failure.Unavailable if it does not answer
     */
    void requireReachable(WebhookUrl url) {
        if (!sender.mayReach(url)) {
            throw new InvalidInput(InvalidInput.URL, FieldProblem.NOT_ALLOWED);
        }
    }

    void note(AuditAction action, TenantCaller by, Managed managed, Device device, Map<String, String> data) {
        trail.doneTo(
                managed.tenant(),
                action,
                by.actor(),
                Optional.empty(),
                Optional.of(target(managed.webhook().id())),
                device,
                data);
    }

    static Target target(WebhookId webhook) {
        return new Target(Target.Type.WEBHOOK, webhook.toString());
    }
}
