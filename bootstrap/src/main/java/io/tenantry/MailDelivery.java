package io.tenantry;

import io.tenantry.domain.mail.MailKind;
import io.tenantry.mail.MailLinks;
import io.tenantry.mail.MailSettings;
import io.tenantry.mail.SmtpMailSender;
import java.net.URI;
import java.util.Optional;

/**
 * Where mail goes. Its text shows no password.
 *
 * @param smtpUrl if none is given, mails become files
 * @param from the sender that is shown
 * @param verifyLink where the link of a verification mail leads, with <code>{token}</code>; if none is given, to the server's
 *     own page
 * @param resetLink the same, of a reset mail
 * @param emailLink the same, of a mail that confirms a new address
 * @param inviteLink the same, of an invitation
 */
public record MailDelivery(
        Optional<String> smtpUrl,
        String from,
        Optional<String> verifyLink,
        Optional<String> resetLink,
        Optional<String> emailLink,
        Optional<String> inviteLink) {

    private static final String STANDARD_FROM = "Tenantry <no-reply@localhost>";
    /** For trying out what is given: where links lead by default is known only once the port is. */
    private static final MailLinks ANYWHERE = MailLinks.of(URI.create("http://localhost"));

    MailSettings settings(URI publicUrl) {
        MailLinks links = MailLinks.of(publicUrl);
        links = verifyLink.isPresent() ? links.with(MailKind.VERIFY_EMAIL, verifyLink.get()) : links;
        links = resetLink.isPresent() ? links.with(MailKind.RESET_PASSWORD, resetLink.get()) : links;
        links = emailLink.isPresent() ? links.with(MailKind.CONFIRM_EMAIL, emailLink.get()) : links;
        links = inviteLink.isPresent() ? links.with(MailKind.INVITATION, inviteLink.get()) : links;
        return new MailSettings(from, links);
    }

    static MailDelivery read(Values values) {
        return new MailDelivery(
                values.read(
                        "SMTP_URL",
                        "smtp://user:password@host:587?starttls=required or smtps://user:password@host",
                        MailDelivery::smtp),
                values.read("MAIL_FROM", STANDARD_FROM, "Name <address@example.com>", MailDelivery::from),
                link(values, "TENANTRY_LINK_VERIFY"),
                link(values, "TENANTRY_LINK_RESET"),
                link(values, "TENANTRY_LINK_EMAIL"),
                link(values, "TENANTRY_LINK_INVITE"));
    }

    @Override
    public String toString() {
        return "MailDelivery[" + smtpUrl.map(Masking::url).orElse("files") + "]";
    }

    private static Optional<String> smtp(String text) {
        return Parsers.made(text, url -> new SmtpMailSender(url, settings(STANDARD_FROM)))
                .map(readable -> text);
    }

    private static Optional<String> from(String text) {
        return Parsers.made(text, MailDelivery::settings).map(MailSettings::from);
    }

    private static MailSettings settings(String from) {
        return new MailSettings(from, ANYWHERE);
    }

    private static Optional<String> link(Values values, String name) {
        return values.read(name, "an address such as https://app.example.com/verify?token={token}", MailDelivery::link);
    }

    private static Optional<String> link(String text) {
        return Parsers.made(text, template -> ANYWHERE.with(MailKind.VERIFY_EMAIL, template))
                .map(usable -> text);
    }
}
