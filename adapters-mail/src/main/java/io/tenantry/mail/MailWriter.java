package io.tenantry.mail;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;

/** Writes mails out: headers, and the same words as text and as HTML (RFC 2046, section 5.1.4). Safe for use by many threads. */
final class MailWriter {

    private final Sender sender;
    private final MailLinks links;
    private final String unicodeEncoding;
    private final Map<MailKind, MailTemplate> templates = new EnumMap<>(MailKind.class);

    /** @param unicodeEncoding the Content-Transfer-Encoding of what is not all ASCII: that is 7bit, so that links stay legible */
    MailWriter(MailSettings settings, String unicodeEncoding) {
        this.sender = settings.sender();
        this.links = settings.links();
        this.unicodeEncoding = unicodeEncoding;
        for (MailKind kind : MailKind.values()) {
            templates.put(kind, MailTemplate.load(kind));
        }
    }

    MimeMessage write(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new Numbered(session, "<" + mail.id() + "@" + sender.domain() + ">");
        message.setFrom(sender.address());
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().value()));
        message.setSubject(templates.get(mail.kind()).subject(), "UTF-8");
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(bodies(mail));
        message.saveChanges();
        return message;
    }

    private MimeMultipart bodies(Mail mail) throws MessagingException {
        MailTemplate template = templates.get(mail.kind());
        String greeting = Greeting.of(mail.recipient());
        String link = links.link(mail.kind(), mail.token());
        return new MimeMultipart(
                "alternative",
                body(template.textWith(greeting, link), "plain"),
                body(template.htmlWith(greeting, link), "html"));
    }

    private MimeBodyPart body(String text, String subtype) throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text.replace("\n", "\r\n"), "UTF-8", subtype);
        boolean ascii = text.chars().allMatch(c -> c < 128);
        body.setHeader("Content-Transfer-Encoding", ascii ? "7bit" : unicodeEncoding);
        return body;
    }

    /** A message whose id is the mail's own, so that one sent twice is known to be the same. */
    private static final class Numbered extends MimeMessage {

        private final String messageId;

        Numbered(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
