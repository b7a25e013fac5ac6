package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.webhook.ManagedWebhooks.Managed;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.webhook.ChangeWebhook;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class ChangeWebhookService implements ChangeWebhook {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Webhooks webhooks;

    ChangeWebhookService(DrivenPorts ports, ManagedWebhooks managed) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.webhooks = ports.webhooks().webhooks();
    }

    /** Whether they may is looked at before the DNS is asked for them, and again when it is done. */
    @Override
    public Webhook change(Command command) {
        if (command.url().isPresent()) {
            transactions.inTenant(
                    command.tenant(), () -> managed.find(command.by(), command.tenant(), command.webhook()));
            managed.requireReachable(command.url().get());
        }
        return transactions.inTenant(command.tenant(), () -> changed(command));
    }

    private Webhook changed(Command command) {
        Managed before = managed.hold(command.by(), command.tenant(), command.webhook());
        Webhook after = apply(command, before.webhook());
        List<String> changes = changes(before.webhook(), after);
        if (!changes.isEmpty()) {
            webhooks.update(after);
            managed.note(
                    AuditAction.WEBHOOK_CHANGED,
                    command.by(),
                    before,
                    command.device(),
                    Map.of("changed", String.join(",", changes)));
        }
        return after;
    }

    private static Webhook apply(Command command, Webhook webhook) {
        Webhook reached = command.url().map(webhook::at).orElse(webhook);
        Webhook described = command.description().map(reached::described).orElse(reached);
        Webhook told = command.events().map(described::toldOf).orElse(described);
        return command.active().map(told::active).orElse(told);
    }

    private static List<String> changes(Webhook before, Webhook after) {
        List<String> changes = new ArrayList<>();
        if (!before.url().equals(after.url())) {
            changes.add("url");
        }
        if (!before.description().equals(after.description())) {
            changes.add("description");
        }
        if (!before.events().equals(after.events())) {
            changes.add("events");
        }
        if (before.active() != after.active()) {
            changes.add(after.active() ? "activated" : "deactivated");
        }
        return changes;
    }
}
