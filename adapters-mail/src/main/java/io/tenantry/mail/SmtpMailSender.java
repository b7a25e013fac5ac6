package io.tenantry.mail;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to an SMTP server (RFC 5321, RFC 6409), a connection for each. Waits 5 seconds for the connection and 10 for
 * each answer. With TLS the server's certificate must be valid for its host. Safe for use by many threads.
 */
public final class SmtpMailSender implements MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailSender.class);

    private final SmtpServer server;
    private final Session session;
    private final MailWriter writer;

    /**
     * @param url {@code smtp://user:password@host:587?starttls=required}, or {@code optional} (when absent) or {@code off};
     *     {@code smtps://user:password@host:465} for TLS from the first byte. User and password may be left out, else
     *     percent-encoded
     * @throws IllegalArgumentException if the URL has another form; its text holds no part of the URL
     */
    public SmtpMailSender(String url, MailSettings settings) {
        this(SmtpServer.parse(url), settings, SmtpSession.of(SmtpServer.parse(url), SmtpTimeouts.STANDARD));
    }

    SmtpMailSender(SmtpServer server, MailSettings settings, Session session) {
        this.server = server;
        this.session = session;
        this.writer = new MailWriter(settings, "quoted-printable");
    }

    @Override
    public void send(Mail mail) throws MailNotSent {
        try {
            handOver(writer.write(mail, session));
        } catch (MessagingException failed) {
            throw SmtpRefusal.explain(failed);
        }
        LOG.info("mail {} {} was handed to the SMTP server", mail.kind(), mail.id());
    }

    private void handOver(MimeMessage message) throws MessagingException {
        Transport transport = session.getTransport(server.protocol());
        try {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            hangUp(transport);
        }
    }

    /** By now the server has taken the mail, or has not: a connection that breaks here changes nothing about it. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException broken) {
            LOG.debug("the SMTP server closed first: {}", broken.getClass().getSimpleName());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        String user = server.login().map(SmtpServer.Login::user).orElse(null);
        String password = server.login().map(SmtpServer.Login::password).orElse(null);
        transport.connect(server.host(), server.port(), user, password);
    }
}
