package io.tenantry.mail;

import static io.tenantry.domain.mail.MailDetail.ADDRESS;
import static io.tenantry.domain.mail.MailDetail.NAME;
import static io.tenantry.domain.mail.MailDetail.NEW_EMAIL;
import static io.tenantry.domain.mail.MailDetail.PROGRAM;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.user.EmailAddress;
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

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?:\\p{N}[^\\p{N}]{0,3}){6}");

    private Facts() {}

    /** Those that are known, each with its label. */
    static List<String> of(Mail mail, Words words) {
        Optional<String> when = Optional.of(mail)
                .filter(told -> !told.kind().hasLink())
                .map(told -> words.when(told.createdAt(), told.to().timezone()));
        return Stream.of(
                        words.name(mail.kind())
                                .flatMap(label -> line(label, detail(mail, NAME).filter(Facts::isName))),
                        line(words.get("fact.new_email"), newAddress(mail)),
                        line(words.get("fact.when"), when),
                        line(
                                words.get("fact.address"),
                                detail(mail, ADDRESS)
                                        .filter(text -> IP_ADDRESS.matcher(text).matches())),
                        line(words.get("fact.program"), detail(mail, PROGRAM).flatMap(Program::of)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> newAddress(Mail mail) {
        return detail(mail, NEW_EMAIL).flatMap(EmailAddress::parse).map(EmailAddress::value);
    }

    private static Optional<String> line(String label, Optional<String> value) {
        return value.map(known -> label + ": " + known);
    }

    private static Optional<String> detail(Mail mail, MailDetail detail) {
        return Optional.ofNullable(mail.details().get(detail));
    }

    private static boolean isName(String text) {
        return NAME_OF_A_THING.matcher(text).matches()
                && !LIKE_A_NUMBER.matcher(text).find()
                && !text.isBlank();
    }
}
