package io.tenantry.persistence.mail;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails in the table {@code outbox_mail}, their secrets encrypted. */
public final class JdbiOutbox implements Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiOutbox.class);
    private static final List<MailKind> KNOWN = List.of(MailKind.values());
    private static final int LONGEST_REASON = 500;
    private static final Comparator<MailRow> OLDEST_FIRST = Comparator.comparing(MailRow::createdAt)
            .thenComparing(mail -> mail.id().toString());

    private final Dao<OutboxDao> mails;
    private final Encryption encryption;
    private final Leases leases = new Leases();

    public JdbiOutbox(CurrentTransaction current, Encryption encryption) {
        this.mails = new Dao<>(current, OutboxDao.class);
        this.encryption = encryption;
    }

    @Override
    public void add(Mail mail) {
        Optional<byte[]> token = MailRow.sealToken(mail, encryption);
        Optional<byte[]> details = MailRow.sealDetails(mail, encryption);
        mails.run(dao -> dao.insert(mail, token, details));
    }

    @Override
    public void request(MailRequest request) {
        mails.run(dao -> dao.insert(request));
    }

    @Override
    public Optional<MailRequest> takeRequest() {
        return mails.get(dao -> dao.takeRequest(KNOWN)).flatMap(MailRequestRow::request);
    }

    @Override
    public List<Claimed> claim(Instant now, Instant leaseEnds, int limit) {
        List<MailRow> due = mails.get(dao -> dao.claim(now, leaseEnds.truncatedTo(ChronoUnit.MICROS), limit, KNOWN));
        leases.forgetEndedBy(now);
        due.forEach(mail -> leases.remember(new MailId(mail.id()), leaseEnds));
        return due.stream().sorted(OLDEST_FIRST).flatMap(this::open).toList();
    }

    @Override
    public void sent(MailId mail, Instant now) {
        leases.forget(mail);
        mails.run(dao -> dao.sent(mail, now));
    }

    @Override
    public void postpone(MailId mail, Instant nextTry, String reason) {
        mails.run(dao -> dao.postpone(mail, nextTry, printable(reason), leases.forget(mail)));
    }

    @Override
    public void giveUp(MailId mail, Instant now, String reason) {
        mails.run(dao -> dao.giveUp(mail, now, printable(reason), leases.forget(mail)));
    }

    @Override
    public Backlog backlog() {
        return mails.get(OutboxDao::backlog);
    }

    @Override
    public int removeDone(Instant before, int limit) {
        return mails.get(dao -> dao.removeDone(before, limit));
    }

    /**
     * One that cannot be read holds up no other. It is due again when its lease ends, for another node may have the secret that
     * opens it; that it could not even be tried does not count.
     */
    private Stream<Claimed> open(MailRow mail) {
        try {
            return Stream.of(mail.open(encryption));
        } catch (Encryption.DoesNotOpen | IllegalArgumentException unreadable) {
            // By its id alone: what else is known of it may be an address.
            LOG.warn("Mail {} cannot be read here, so it is not sent for now", mail.id());
            mails.run(dao -> dao.notTried(mail.id()));
            return Stream.empty();
        }
    }

    /** PostgreSQL refuses a NUL in text, and a log should not be led astray by what a mail server says. */
    private static String printable(String reason) {
        String clean = reason.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", " ");
        return clean.substring(0, Math.min(LONGEST_REASON, clean.length()));
    }
}
