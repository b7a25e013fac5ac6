package io.tenantry.domain.mail;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mails that are to be sent: added in the transaction of what they tell of, so that none is sent for what did not happen,
 * and none is lost. Their secrets are encrypted at rest, and erased once sent or given up. Called within a transaction.
 */
@DrivenPort
public interface Outbox {

    void add(Mail mail);

    /** Notes a request down. */
    void request(MailRequest request);

    /** Takes the oldest request, for the caller alone: it is gone when the transaction under way commits. */
    Optional<MailRequest> takeRequest();

    /**
     * Takes mails that are due, the oldest first, for the caller alone until {@code leaseEnds}: by then it must have told
     * what became of them, or they are due again.
     *
     * @param limit 1 to 100
     */
    List<Claimed> claim(Instant now, Instant leaseEnds, int limit);

    /** It was sent. A last mail to a deleted account is forgotten at once. */
    void sent(MailId mail, Instant now);

    /** It could not be sent now: due again at {@code nextTry}. */
    void postpone(MailId mail, Instant nextTry, String reason);

    /** It could not be sent, and is not tried again. */
    void giveUp(MailId mail, Instant now, String reason);

    /** How many wait to be sent, and how many were given up and are still kept. */
    Backlog backlog();

    /** @return how many that were done with before {@code before} were removed, {@code limit} at most */
    int removeDone(Instant before, int limit);

    record Backlog(long waiting, long givenUp) {}

    /** @param tries how often it was claimed, this time included */
    record Claimed(Mail mail, int tries) {}
}
