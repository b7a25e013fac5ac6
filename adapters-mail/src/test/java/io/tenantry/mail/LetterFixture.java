package io.tenantry.mail;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Recipient;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mails to Ada Lovelace in Berlin, and what is written in them. */
final class LetterFixture {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static final Map<MailDetail, String> DETAILS = Map.ofEntries(
            Map.entry(MailDetail.NEW_EMAIL, "countess@example.org"),
            Map.entry(MailDetail.ADDRESS, "2001:db8::17"),
            Map.entry(MailDetail.PROGRAM, "Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0"),
            Map.entry(MailDetail.NAME, "YubiKey 5C"),
            Map.entry(MailDetail.TENANT, "Acme Inc."),
            Map.entry(MailDetail.INVITER, "Grace Hopper"),
            Map.entry(MailDetail.MEMBER, "linus@example.org"),
            Map.entry(MailDetail.ROLE, "admin"),
            Map.entry(MailDetail.UNTIL, "2026-03-08T12:00:00Z"));

    private LetterFixture() {}

    static Mail mail(MailKind kind, Locale locale, Map<MailDetail, String> details) {
        return new Mail(
                MailId.next(NOW, UniqueFixture.random()),
                kind,
                new Recipient(UserFixture.anAddress(), "Ada Lovelace", locale, ZoneId.of("Europe/Berlin")),
                kind.hasLink() ? Optional.of(OneTimeTokenFixture.aSecret()) : Optional.empty(),
                details,
                NOW);
    }

    static Letter letter(MailKind kind, Locale locale, Map<MailDetail, String> details) {
        return letter(mail(kind, locale, details));
    }

    static Letter letter(Mail mail) {
        return Letter.of(mail, SettingsFixture.links());
    }

    /** In one line, however it was wrapped. */
    static String flowing(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
