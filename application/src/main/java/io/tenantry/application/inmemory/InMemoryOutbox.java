package io.tenantry.application.inmemory;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds what is yet to be sent; a mail that was sent or given up is gone, its secret with it. */
final class InMemoryOutbox implements Outbox {

    private record Entry(Mail mail, int tries, Instant due) {}

    private final InMemoryRows<MailId, Entry> rows;
    private final InMemoryRows<MailId, MailRequest> requests;

    InMemoryOutbox(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
        this.requests = new InMemoryRows<>(transactions);
    }

    @Override
    public void add(Mail mail) {
        rows.put(mail.id(), new Entry(mail, 0, mail.createdAt()));
    }

    @Override
    public void request(MailRequest request) {
        requests.put(request.id(), request);
    }

    @Override
    public Optional<MailRequest> takeRequest() {
        Optional<MailRequest> oldest = requests.all().findFirst();
        oldest.ifPresent(request -> requests.remove(request.id()));
        return oldest;
    }

    @Override
    public List<Claimed> claim(Instant now, Instant leaseEnds, int limit) {
        return rows
                .all()
                .filter(entry -> !entry.due().isAfter(now))
                .sorted(Comparator.comparing(entry -> entry.mail().createdAt()))
                .limit(limit)
                .toList()
                .stream()
                .map(entry -> claim(entry, leaseEnds))
                .toList();
    }

    @Override
    public void sent(MailId mail, Instant now) {
        rows.remove(mail);
    }

    @Override
    public void postpone(MailId mail, Instant nextTry, String reason) {
        rows.find(mail).ifPresent(entry -> rows.put(mail, new Entry(entry.mail(), entry.tries(), nextTry)));
    }

    @Override
    public void giveUp(MailId mail, Instant now, String reason) {
        rows.remove(mail);
    }

    private Claimed claim(Entry entry, Instant leaseEnds) {
        int tries = entry.tries() + 1;
        rows.put(entry.mail().id(), new Entry(entry.mail(), tries, leaseEnds));
        return new Claimed(entry.mail(), tries);
    }

    @Override
    public Backlog backlog() {
        return new Backlog(rows.all().count(), 0);
    }

    @Override
    public int removeDone(Instant before, int limit) {
        return 0;
    }

    void forget(EmailAddress address) {
        rows.removeFirst(Integer.MAX_VALUE, entry -> entry.mail().to().email().equals(address));
        requests.removeFirst(Integer.MAX_VALUE, request -> request.email().equals(address));
    }
}
