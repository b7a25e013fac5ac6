package io.tenantry.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to an SMTP server (RFC 5321, RFC 6409), a connection for each. Waits 5 seconds for the connection, 10 for each
 * answer and 45 for the whole. With TLS the server's certificate must be valid for its host. Safe for use by many threads.
 */
public final class SmtpMailSender implements MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailSender.class);

    /** Ends conversations that take too long: one daemon thread for all senders, which never waits for anything itself. */
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final SmtpSession smtp;
    private final MailWriter writer;

    /**
     * @param url {@code smtp://user:password@host:587?starttls=required}, or {@code optional} (when absent) or {@code off};
     *     {@code smtps://user:password@host:465} for TLS from the first byte. User and password may be left out, else
     *     percent-encoded
     * @throws IllegalArgumentException if the URL has another form; its text holds no part of the URL
     */
    public SmtpMailSender(String url, MailSettings settings) {
        this(SmtpSession.of(SmtpServer.parse(url), SmtpTimeouts.STANDARD), settings);
    }

    SmtpMailSender(SmtpSession smtp, MailSettings settings) {
        this.smtp = smtp;
        this.writer = new MailWriter(settings, "quoted-printable");
    }

    @Override
    public void send(Mail mail) throws MailNotSent {
        MortalSockets sockets = new MortalSockets();
        Future<?> end = WATCH.schedule(sockets::end, smtp.timeouts().whole().toMillis(), MILLISECONDS);
        try {
            handOver(mail, smtp.open(sockets));
        } catch (MessagingException failed) {
            throw SmtpRefusal.explain(failed);
        } finally {
            end.cancel(false);
        }
        LOG.info("mail {} {} was handed to the SMTP server", mail.kind(), mail.id());
    }

    private void handOver(Mail mail, Session session) throws MessagingException {
        MimeMessage message = writer.write(mail, session);
        Transport transport = session.getTransport(smtp.server().protocol());
        try {
            smtp.connect(transport);
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

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "tenantry-smtp-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }
}
