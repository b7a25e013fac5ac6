package io.tenantry.domain.mail;

import io.tenantry.domain.port.DrivenPort;

/** Writes a mail and hands it over to be delivered. Called outside of transactions; takes a minute at most. */
@DrivenPort
public interface MailSender {

    /** @throws MailNotSent if it could not be handed over */
    void send(Mail mail) throws MailNotSent;

    /** Says why, without the mail's address or secret. */
    final class MailNotSent extends Exception {

        public MailNotSent(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
