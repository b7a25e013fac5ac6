package io.tenantry.http.webhook;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.WebhookSender;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.http.wire.Json;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events by HTTP, signed (Standard Webhooks 1.0.0). Addresses are looked at before each try, and it goes to just those. Follows no
 * redirection, knows no cookie, asks no proxy, and reads little of an answer. Safe for use by several threads.
 */
public final class HttpWebhookSender implements WebhookSender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpWebhookSender.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** With the DNS. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Reach reach;
    private final Exchanges exchanges;
    private final String userAgent;

    /**
     * @param version of the server
     * @param allowed addresses, or blocks of them in CIDR notation, that may be reached though they are not public, by http too
     * @throws IllegalArgumentException if one of them is none
     */
    public HttpWebhookSender(String version, List<String> allowed) {
        this(version, new Reach(allowed, new LookUps(InetAddress::getAllByName, PATIENCE)), LONGEST);
    }

    /** @param longest that an exchange may take */
    HttpWebhookSender(String version, Reach reach, Duration longest) {
        this.userAgent = "Tenantry/" + version;
        this.reach = reach;
        this.exchanges = new Exchanges(longest);
    }

    @Override
    public boolean mayReach(WebhookUrl url) {
        try {
            return !reach.of(url).isEmpty();
        } catch (Reach.NoAnswer late) {
            throw new Unavailable(PATIENCE, late);
        }
    }

    @Override
    public Attempt send(WebhookUrl to, WebhookEvent event, List<WebhookSecret> secrets, Instant now) {
        try {
            List<InetAddress> addresses = reach.of(to);
            return addresses.isEmpty()
                    ? Attempt.failed(DeliveryError.ADDRESS_REFUSED)
                    : exchanges.run(request(to, event, secrets, now), addresses);
        } catch (Reach.NoAnswer late) {
            return Attempt.failed(DeliveryError.TIMEOUT);
        } catch (RuntimeException fault) {
            LOG.error("Event {} could not be sent to {}", event.id(), to, fault);
            return Attempt.failed(DeliveryError.INTERNAL);
        }
    }

    private HttpPost request(WebhookUrl to, WebhookEvent event, List<WebhookSecret> secrets, Instant now) {
        byte[] body = Json.bytes(EventJson.of(event));
        String id = event.id().message();
        long seconds = now.getEpochSecond();
        HttpPost request = new HttpPost(to.uri());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(seconds));
        request.setHeader(
                "webhook-signature",
                secrets.stream().map(secret -> secret.sign(id, seconds, body)).collect(Collectors.joining(" ")));
        request.setHeader("user-agent", userAgent);
        request.setEntity(new ByteArrayEntity(body, ContentType.create("application/json")));
        return request;
    }

    /** Cuts what is under way. */
    @Override
    public void close() {
        exchanges.close();
    }
}
