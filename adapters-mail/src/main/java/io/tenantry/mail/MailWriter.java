package io.tenantry.mail;

import io.tenantry.domain.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** Writes mails out: headers, and the same words as text and as HTML (RFC 2046, section 5.1.4). Safe for use by many threads. */
final class MailWriter {

    private final Sender sender;
    private final MailLinks links;
    private final String unicodeEncoding;

    /** @param unicodeEncoding the Content-Transfer-Encoding of what is not all ASCII: that is 7bit, so that links stay legible */
    MailWriter(MailSettings settings, String unicodeEncoding) {
        this.sender = settings.sender();
        this.links = settings.links();
        this.unicodeEncoding = unicodeEncoding;
    }

    MimeMessage write(Mail mail, Session session) throws MessagingException {
        Letter letter = Letter.of(mail, links);
        MimeMessage message = new Numbered(session, "<" + mail.id() + "@" + sender.domain() + ">");
        message.setFrom(sender.address());
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().email().value()));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.createdAt()));
        message.setContentLanguage(new String[] {letter.language()});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", body(letter.text(), "plain"), body(letter.html(), "html")));
        message.saveChanges();
        return message;
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
