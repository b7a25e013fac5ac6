package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.List;

/**
 * Sends events to webhooks, signed (Standard Webhooks). Called outside of transactions. What a tenant names as its receiver is not
 * trusted: nothing is sent to addresses that are not public, unless the installation allows them.
 */
@DrivenPort
public interface WebhookSender {

    /**
     * Whether all addresses behind it, as of now, are such that something may be sent there. Asks the DNS: 5 seconds at most.
     *
     * @throws io.tenantry.domain.failure.Unavailable if it does not answer in time, or too much is asked at once
     */
    boolean mayReach(WebhookUrl url);

    /**
     * Sends it once; {@link #mayReach} is asked anew. Never throws; takes 15 seconds at most, of which 5 are the DNS's.
     *
     * @param secrets each signs it; at least one
     * @param now the time of the signature
     */
    Attempt send(WebhookUrl to, WebhookEvent event, List<WebhookSecret> secrets, Instant now);
}
