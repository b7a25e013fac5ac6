package io.tenantry.domain.webhook;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events on their way to webhooks: added in the transaction of what they tell of, so that none is sent of what did not happen, and
 * none is lost. To each webhook they go one after another, in the order in which those transactions committed: the first waits until
 * it is delivered or given up, and the others behind it. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}.
 */
@DrivenPort
public interface Deliveries {

    /** So many webhooks of one tenant are somebody's at once, at most: the backlog of one holds up no other for long. */
    int MOST_OF_TENANT = 2;

    /**
     * Adds it, in whatever scope, for each active webhook of its tenant that is told of such events; they are there when the
     * transaction commits.
     */
    void add(WebhookEvent event);

    /** Adds it for that one alone, whether it is told of such events and active or not. */
    void add(WebhookEvent event, WebhookId webhook);

    Optional<Delivery> find(TenantId tenant, WebhookId webhook, EventId event);

    /** The newest event first; the cursor is {@code createdAt} and the event's id. */
    Page<Delivery> page(TenantId tenant, WebhookId webhook, PageRequest request);

    /** How many are pending at a webhook. */
    int pending(TenantId tenant, WebhookId webhook);

    /**
     * Puts what was delivered or given up at the end of the line once more; what is pending is due at once, when its turn comes.
     *
     * @return as it is then; empty if there is none
     */
    Optional<Delivery> replay(TenantId tenant, WebhookId webhook, EventId event, Instant now);

    /**
     * Takes the first of the line at active webhooks where it is due, those that wait longest first, for the caller alone until
     * {@code leaseEnds}: by then it must have told what came of it, or it is due again. Who was just served, or replayed, waits
     * from then on; of one tenant {@link #MOST_OF_TENANT} are somebody's at once. In the scope of all tenants.
     *
     * @param limit how many webhooks at most, 1 to 100
     */
    List<Due> claim(Instant now, Instant leaseEnds, int limit);

    /**
     * Notes what came of it, and lets the webhook go. In the scope of all tenants.
     *
     * @return false, and nothing noted, if the lease is over and somebody else's, or the webhook no more
     */
    boolean settle(Due due, Settlement settlement);

    /**
     * Gives up all that was added, or replayed, before {@code before} and is still pending, untried or not. What is being sent just
     * then stays given up, whatever comes of it. In the scope of all tenants.
     *
     * @param limit how many webhooks at most
     * @return at how many; 0 if nothing is left
     */
    int giveUp(Instant before, Instant now, int limit);

    /**
     * Removes what was delivered or given up before {@code before}, and what waits since then at webhooks that are not active.
     * In the scope of all tenants.
     *
     * @return how many, {@code limit} at most
     */
    int removeDone(Instant before, int limit);

    /**
     * One that is to be sent.
     *
     * @param secrets with which it is signed: the current one, then the one before if it still signs
     * @param attempts how often it was tried before
     * @param since when the event was added, or replayed
     */
    record Due(
            WebhookId webhook,
            WebhookUrl url,
            List<WebhookSecret> secrets,
            WebhookEvent event,
            int attempts,
            Instant since,
            Instant leaseEnds) {}

    /**
     * What came of it.
     *
     * @param next how it stands now
     * @param nextAttemptAt when it is due again, if it is still pending
     */
    record Settlement(Attempt attempt, Delivery.Status next, Optional<Instant> nextAttemptAt, Instant now) {}
}
