package io.tenantry.persistence.mail;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.mapping.DomainArguments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A mail as it is stored, its token encrypted. */
@SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
public record MailRow(
        UUID id,
        String kind,
        String recipient,
        String recipientName,
        byte[] sealedToken,
        Instant createdAt,
        int tries) {

    static byte[] seal(Mail mail, Encryption encryption) {
        return encryption.seal(mail.token().value().getBytes(StandardCharsets.UTF_8), row(mail.id()));
    }

    Outbox.Claimed open(Encryption encryption) {
        MailId mail = new MailId(id);
        String token = new String(encryption.open(sealedToken, row(mail)), StandardCharsets.UTF_8);
        MailKind about = DomainArguments.ofWord(MailKind.class, kind);
        EmailAddress to = EmailAddress.of(recipient);
        return new Outbox.Claimed(new Mail(mail, about, to, recipientName, new SecretToken(token), createdAt), tries);
    }

    private static String row(MailId mail) {
        return "outbox_mail " + mail;
    }
}
