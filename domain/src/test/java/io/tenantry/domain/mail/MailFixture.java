package io.tenantry.domain.mail;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mails that no other test knows. */
public final class MailFixture {

    private MailFixture() {}

    public static Mail aMail() {
        return createdAt(TimeFixture.now());
    }

    public static Mail createdAt(Instant now) {
        return of(MailKind.VERIFY_EMAIL, "Ada Lovelace", now);
    }

    public static MailRequest request(MailKind kind, Instant now) {
        return new MailRequest(MailId.next(now, UniqueFixture.random()), kind, UserFixture.anAddress(), now);
    }

    /** A mail without a link, which tells all that one may tell. */
    public static Mail notice(MailKind kind, Instant now) {
        return new Mail(
                MailId.next(now, UniqueFixture.random()),
                kind,
                new Recipient(UserFixture.anAddress(), "Ada Lovelace", Locale.GERMAN, ZoneId.of("Asia/Kathmandu")),
                Optional.empty(),
                Map.of(
                        MailDetail.NEW_EMAIL,
                        "new." + UniqueFixture.word() + "@example.org",
                        MailDetail.ADDRESS,
                        "2001:db8::7",
                        MailDetail.PROGRAM,
                        "",
                        MailDetail.NAME,
                        "Schlüssel 山\n\0" + UniqueFixture.word()),
                now);
    }

    public static Mail of(MailKind kind, String recipient, Instant now) {
        return new Mail(
                MailId.next(now, UniqueFixture.random()),
                kind,
                new Recipient(UserFixture.anAddress(), recipient, Locale.ENGLISH, ZoneId.of("UTC")),
                Optional.of(OneTimeTokenFixture.aSecret()),
                Map.of(),
                now);
    }
}
