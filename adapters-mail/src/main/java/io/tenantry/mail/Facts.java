package io.tenantry.mail;

import static io.tenantry.domain.mail.MailDetail.ADDRESS;
import static io.tenantry.domain.mail.MailDetail.INVITER;
import static io.tenantry.domain.mail.MailDetail.LIMIT;
import static io.tenantry.domain.mail.MailDetail.MEMBER;
import static io.tenantry.domain.mail.MailDetail.NAME;
import static io.tenantry.domain.mail.MailDetail.NEW_EMAIL;
import static io.tenantry.domain.mail.MailDetail.PROGRAM;
import static io.tenantry.domain.mail.MailDetail.ROLE;
import static io.tenantry.domain.mail.MailDetail.TENANT;
import static io.tenantry.domain.mail.MailDetail.UNTIL;
import static io.tenantry.domain.mail.MailDetail.USED;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail tells of what happened, a line each. What strangers may have typed is told only if it is what it should be:
 * they could otherwise have the server mail their words to whom they like.
 */
final class Facts {

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}(%\\w{1,15})?");

    /** Names of things: with digits, but too few for a telephone number, and nothing like the name of a host. */
    private static final Pattern NAME_OF_A_THING = Pattern.compile("[\\p{L}\\p{M}\\p{N} '’,&()_-]{1,40}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Of an inviter's address: a longer one is no help to who reads it. */
    private static final int LONGEST_ADDRESS = 64;

    private Facts() {}

    /** Those that are known, each with its label. */
    static List<String> of(Mail mail, Words words) {
        Optional<String> when = Optional.of(mail)
                .filter(told -> !told.kind().hasLink())
                .map(told -> words.when(told.createdAt(), told.to().timezone()));
        return Stream.of(
                        line(words.get("fact.tenant"), detail(mail, TENANT).flatMap(text -> quoted(text, words))),
                        line(words.get("fact.inviter"), detail(mail, INVITER).flatMap(text -> person(text, words))),
                        line(words.get("fact.member"), address(mail, MEMBER)),
                        line(words.get("fact.role"), detail(mail, ROLE).flatMap(words::role)),
                        words.until(mail.kind()).flatMap(label -> line(label, until(mail, words))),
                        words.name(mail.kind())
                                .flatMap(label -> line(label, detail(mail, NAME).filter(Facts::isName))),
                        line(words.get("fact.used"), number(mail, USED, words)),
                        line(words.get("fact.limit"), number(mail, LIMIT, words)),
                        line(words.get("fact.new_email"), address(mail, NEW_EMAIL)),
                        line(words.get("fact.when"), when),
                        line(
                                words.get("fact.address"),
                                detail(mail, ADDRESS)
                                        .filter(text -> IP_ADDRESS.matcher(text).matches())),
                        line(words.get("fact.program"), detail(mail, PROGRAM).flatMap(Program::of)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> address(Mail mail, MailDetail detail) {
        return detail(mail, detail).flatMap(EmailAddress::parse).map(EmailAddress::value);
    }

    private static Optional<String> person(String nameOrAddress, Words words) {
        return EmailAddress.parse(nameOrAddress)
                .map(EmailAddress::value)
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .or(() -> quoted(nameOrAddress, words));
    }

    private static Optional<String> quoted(String typed, Words words) {
        return TypedName.of(typed).map(words::quoted);
    }

    private static Optional<String> until(Mail mail, Words words) {
        return detail(mail, UNTIL)
                .flatMap(Facts::time)
                .map(time -> words.when(time, mail.to().timezone()));
    }

    private static Optional<String> number(Mail mail, MailDetail detail, Words words) {
        return detail(mail, detail)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong)
                .map(words::number);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<String> line(String label, Optional<String> value) {
        return value.map(known -> label + ": " + known);
    }

    private static Optional<String> detail(Mail mail, MailDetail detail) {
        return Optional.ofNullable(mail.details().get(detail));
    }

    private static boolean isName(String text) {
        return NAME_OF_A_THING.matcher(text).matches() && !TypedName.isLikeANumber(text) && !text.isBlank();
    }
}
