package io.tenantry.persistence.portability;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.credential.ImportedHash;
import io.tenantry.persistence.credential.UnusableHash;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Reads {@code {"email", "firstName"?, "lastName"?, "fullName"?, "emailVerified"?, "hash"?, "createdAt"?}}. A member that is
 * null counts as absent; one of another name is refused, for it may be a known one misspelt.
 */
final class UserLine {

    private static final Set<String> MEMBERS =
            Set.of("email", "firstName", "lastName", "fullName", "emailVerified", "hash", "createdAt");

    private final JsonNode user;
    private final Instant now;

    private UserLine(JsonNode user, Instant now) {
        this.user = user;
        this.now = now;
    }

    /** @throws UnusableLine if it tells of no user */
    static ImportedUser read(long number, byte[] line, Instant now, RandomGenerator random) {
        JsonNode user = Json.object(line).orElseThrow(() -> new UnusableLine("no JSON object"));
        return new UserLine(user, now).user(number, random);
    }

    private ImportedUser user(long number, RandomGenerator random) {
        requireKnownMembers(user.fieldNames());
        EmailAddress email = text("email")
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> new UnusableLine("email: no e-mail address"));
        return new ImportedUser(
                number,
                UserId.next(now, random),
                email,
                name(),
                emailVerified(),
                text("hash").map(UserLine::hash),
                createdAt());
    }

    private static void requireKnownMembers(Iterator<String> names) {
        while (names.hasNext()) {
            if (!MEMBERS.contains(names.next())) {
                throw new UnusableLine("a member other than email, firstName, lastName, fullName, emailVerified, hash"
                        + " and createdAt");
            }
        }
    }

    private PersonName name() {
        Optional<String> first = text("firstName", PersonName::problemWithPart);
        Optional<String> last = text("lastName", PersonName::problemWithPart);
        Optional<String> full = text("fullName", PersonName::problemWithFull).map(PlainText::trim);
        PersonName parts = PersonName.of(first, last);
        if (full.isEmpty()) {
            return parts;
        }
        return parts.full().isEmpty()
                ? PersonName.ofFull(full.get())
                : new PersonName(parts.first(), parts.last(), full.get());
    }

    private boolean emailVerified() {
        JsonNode verified = user.path("emailVerified");
        if (!verified.isBoolean() && !isAbsent(verified)) {
            throw new UnusableLine("emailVerified: neither true nor false");
        }
        return verified.asBoolean(false);
    }

    private Instant createdAt() {
        Instant created = text("createdAt").map(UserLine::instant).orElse(now);
        if (created.isBefore(Instant.EPOCH) || created.isAfter(now)) {
            throw new UnusableLine("createdAt: before 1970, or in the future");
        }
        return created.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new UnusableLine("createdAt: no time such as 2026-03-01T12:00:00Z");
        }
    }

    private static String hash(String foreign) {
        try {
            return ImportedHash.toStore(foreign);
        } catch (UnusableHash unusable) {
            throw new UnusableLine("hash: " + unusable.getMessage());
        }
    }

    private Optional<String> text(String member, Function<String, Optional<FieldProblem>> rule) {
        Optional<String> text = text(member);
        text.flatMap(rule).ifPresent(problem -> {
            throw new UnusableLine(member + ": " + problem.name().toLowerCase(Locale.ROOT));
        });
        return text;
    }

    private Optional<String> text(String member) {
        JsonNode value = user.path(member);
        if (!value.isTextual() && !isAbsent(value)) {
            throw new UnusableLine(member + ": no text");
        }
        return Optional.ofNullable(value.textValue()).filter(text -> !text.isEmpty());
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
