package io.tenantry.persistence.mail;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.mail.Recipient;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A mail as it is stored, its token and its details encrypted. */
@SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
public record MailRow(
        UUID id,
        String kind,
        String recipient,
        String recipientName,
        String locale,
        String timezone,
        Optional<byte[]> sealedToken,
        Optional<byte[]> sealedDetails,
        Instant createdAt,
        int tries) {

    static Optional<byte[]> sealToken(Mail mail, Encryption encryption) {
        return mail.token()
                .map(token -> token.value().getBytes(StandardCharsets.UTF_8))
                .map(token -> encryption.seal(token, row(mail.id())));
    }

    /** Empty if there are none. */
    static Optional<byte[]> sealDetails(Mail mail, Encryption encryption) {
        return Optional.of(mail.details())
                .filter(details -> !details.isEmpty())
                .map(MailDetails::write)
                .map(details -> encryption.seal(details, detailsOf(mail.id())));
    }

    Outbox.Claimed open(Encryption encryption) {
        MailId mail = new MailId(id);
        Optional<SecretToken> token = sealedToken
                .map(bytes -> encryption.open(bytes, row(mail)))
                .map(opened -> new SecretToken(new String(opened, StandardCharsets.UTF_8)));
        Map<MailDetail, String> details = sealedDetails
                .map(bytes -> encryption.open(bytes, detailsOf(mail)))
                .map(MailDetails::read)
                .orElse(Map.of());
        MailKind about = DomainArguments.ofWord(MailKind.class, kind);
        return new Outbox.Claimed(new Mail(mail, about, to(), token, details, createdAt), tries);
    }

    private Recipient to() {
        return new Recipient(
                EmailAddress.of(recipient), recipientName, Locale.forLanguageTag(locale), Columns.zone(timezone));
    }

    private static String row(MailId mail) {
        return "outbox_mail " + mail;
    }

    private static String detailsOf(MailId mail) {
        return row(mail) + " details";
    }
}
