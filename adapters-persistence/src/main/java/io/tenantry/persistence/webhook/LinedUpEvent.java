package io.tenantry.persistence.webhook;

import io.tenantry.domain.audit.Target;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.persistence.mapping.DomainArguments;
import java.util.List;
import java.util.Optional;

/**
 * An event as it is bound to the statement that stores it.
 *
 * @param only the webhook that it goes to; none if to all that are told of such
 */
public record LinedUpEvent(WebhookEvent event, Optional<WebhookId> only) {

    private static final String ACTIVE = "active";
    private static final String ONE = "id = :only";
    private static final String TOLD = "w.events && cast(:wanted as text[])";
    private static final String EACH = "true";

    /** Which webhooks of the tenant are held. */
    String held() {
        return only.isPresent() ? ONE : ACTIVE;
    }

    /** To which of those it goes. */
    String told() {
        return only.isPresent() ? EACH : TOLD;
    }

    /** The words by which a webhook may ask for it. */
    public List<String> wanted() {
        return List.of(EventChoice.EVERYTHING, event.type().word());
    }

    public Optional<String> targetType() {
        return event.target().map(Target::type).map(DomainArguments::word);
    }

    public Optional<String> targetId() {
        return event.target().map(Target::id);
    }

    /** Of its details, in the order of {@link #texts}. */
    public List<String> names() {
        return List.copyOf(event.details().keySet());
    }

    public List<String> texts() {
        return List.copyOf(event.details().values());
    }
}
