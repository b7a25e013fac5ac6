package io.tenantry.application.inmemory;

import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.WebhookSender;
import io.tenantry.domain.webhook.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who receives the webhooks of a test: they answer all with 204 unless told otherwise. Safe for use by several threads. */
public final class InMemoryReceivers implements WebhookSender {

    private static final int NO_CONTENT = 204;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<WebhookUrl, Attempt> answers = new ConcurrentHashMap<>();
    private final Set<WebhookUrl> refused = ConcurrentHashMap.newKeySet();

    /** What came to a receiver. */
    public record Received(WebhookUrl to, WebhookEvent event, List<WebhookSecret> secrets, Instant at) {}

    /** Makes a receiver answer so from now on. */
    public void answer(WebhookUrl from, Attempt with) {
        answers.put(from, with);
    }

    /** Makes it one to which nothing may be sent. */
    public void refuse(WebhookUrl to) {
        refused.add(to);
    }

    /** All that was sent, the oldest first, whatever was answered. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public boolean mayReach(WebhookUrl url) {
        return !refused.contains(url);
    }

    @Override
    public Attempt send(WebhookUrl to, WebhookEvent event, List<WebhookSecret> secrets, Instant now) {
        if (!mayReach(to)) {
            return Attempt.failed(DeliveryError.ADDRESS_REFUSED);
        }
        received.add(new Received(to, event, secrets, now));
        return answers.getOrDefault(to, Attempt.answered(NO_CONTENT));
    }
}
