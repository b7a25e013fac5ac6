package io.tenantry.http.planted;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;

/** Breaks the rule on purpose: what the core needs is not supplied by who calls it. */
public final class RouteThatIsAStore implements MailSender {

    @Override
    public void send(Mail mail) {
        mail.id();
    }
}
