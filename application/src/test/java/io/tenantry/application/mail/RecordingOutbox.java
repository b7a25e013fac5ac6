package io.tenantry.application.mail;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers why mails were not sent. */
final class RecordingOutbox implements Outbox {

    private final Outbox outbox;
    private final List<String> reasons = new ArrayList<>();

    RecordingOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    List<String> reasons() {
        return reasons;
    }

    @Override
    public void add(Mail mail) {
        outbox.add(mail);
    }

    @Override
    public void request(MailRequest request) {
        outbox.request(request);
    }

    @Override
    public Optional<MailRequest> takeRequest() {
        return outbox.takeRequest();
    }

    @Override
    public List<Claimed> claim(Instant now, Instant leaseEnds, int limit) {
        return outbox.claim(now, leaseEnds, limit);
    }

    @Override
    public void sent(MailId mail, Instant now) {
        outbox.sent(mail, now);
    }

    @Override
    public void postpone(MailId mail, Instant nextTry, String reason) {
        reasons.add(reason);
        outbox.postpone(mail, nextTry, reason);
    }

    @Override
    public void giveUp(MailId mail, Instant now, String reason) {
        reasons.add(reason);
        outbox.giveUp(mail, now, reason);
    }

    @Override
    public Backlog backlog() {
        return outbox.backlog();
    }

    @Override
    public int removeDone(Instant before, int limit) {
        return outbox.removeDone(before, limit);
    }
}
