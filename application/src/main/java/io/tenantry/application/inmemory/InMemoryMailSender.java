package io.tenantry.application.inmemory;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, for a test to read. */
final class InMemoryMailSender implements MailSender {

    private final List<Mail> sent = new CopyOnWriteArrayList<>();

    @Override
    public void send(Mail mail) {
        sent.add(mail);
    }

    /** Oldest first. */
    List<Mail> sent() {
        return List.copyOf(sent);
    }
}
