package io.tenantry.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The members of a request, read one by one under the names that they have on the wire. What is wrong is collected, so that
 * a caller hears of every field at once: read all, then {@link #check}. A field that cannot be used reads as empty.
 */
public final class Fields {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final int LONGEST_CODE = 64;

    private final ObjectNode body;
    private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

    Fields(ObjectNode body) {
        this.body = body;
    }

    ObjectNode body() {
        return body;
    }

    /** Whether the member is there, whatever it holds. */
    public boolean has(String field) {
        return body.has(field);
    }

    /** Whether a text has the form of a UUID (RFC 9562, section 4), in any case. */
    public static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    /** Notes a problem; of several with one field the first is told. */
    public void reject(String field, FieldProblem problem) {
        problems.putIfAbsent(field, problem);
    }

    public Map<String, FieldProblem> problems() {
        return problems;
    }

    /** @throws InvalidInput if anything was wrong so far */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Text as it was sent; absent and null read as empty. */
    public Optional<String> text(String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            reject(field, FieldProblem.NOT_TEXT);
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** Text that must be there, and of which something must be left when trimmed. As it was sent. */
    public Optional<String> required(String field) {
        Optional<String> text =
                text(field).filter(value -> !PlainText.trim(value).isEmpty());
        if (text.isEmpty()) {
            reject(field, FieldProblem.REQUIRED);
        }
        return text;
    }

    /** A required line of text that breaks no rule. */
    public Optional<String> required(String field, Function<String, Optional<FieldProblem>> rule) {
        return required(field).filter(text -> holds(field, rule.apply(text)));
    }

    /** A line of text that breaks no rule, if it is there. */
    public Optional<String> optional(String field, Function<String, Optional<FieldProblem>> rule) {
        return text(field).filter(text -> !text.isEmpty()).filter(text -> holds(field, rule.apply(text)));
    }

    public boolean isTrue(String field) {
        JsonNode value = body.get(field);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            reject(field, FieldProblem.NOT_BOOLEAN);
        }
        return value != null && value.asBoolean(false) && value.isBoolean();
    }

    public Optional<EmailAddress> email(String field) {
        Optional<String> typed = required(field);
        Optional<EmailAddress> email = typed.flatMap(EmailAddress::parse);
        if (typed.isPresent() && email.isEmpty()) {
            reject(field, FieldProblem.INVALID_EMAIL);
        }
        return email;
    }

    /** A line of text in which no character is illegal: a token, or what somebody signs in by, which need not be an address. */
    public Optional<String> line(String field) {
        return required(
                field,
                text -> PlainText.hasIllegalCharacter(PlainText.trim(text))
                        ? Optional.of(FieldProblem.ILLEGAL_CHARACTER)
                        : Optional.empty());
    }

    /** The same, if it is there. */
    public Optional<String> optionalLine(String field) {
        return has(field) ? text(field).flatMap(any -> line(field)) : Optional.empty();
    }

    /**
     * A list of texts that must be there, and may be empty.
     *
     * @param most how many there may be
     * @param rule what is wrong with one of them, if anything
     */
    public Optional<List<String>> texts(String field, int most, Function<String, Optional<FieldProblem>> rule) {
        JsonNode value = body.get(field);
        return holds(field, TextList.problemWith(value, most, rule))
                ? Optional.of(TextList.of(value))
                : Optional.empty();
    }

    /** An object that is handed on unread, as JSON. */
    public Optional<String> object(String field) {
        JsonNode value = body.get(field);
        boolean missing = value == null || value.isNull();
        if (missing || !value.isObject()) {
            reject(field, missing ? FieldProblem.REQUIRED : FieldProblem.MALFORMED);
            return Optional.empty();
        }
        return Optional.of(value.toString());
    }

    public Optional<TenantName> tenantName(String field, int shortest) {
        return required(field, text -> PlainText.problemWith(PlainText.trim(text), shortest, TenantName.MAX_LENGTH))
                .map(TenantName::new);
    }

    public Optional<Slug> slug(String field) {
        return required(field, Slug::problemWith).map(Slug::new);
    }

    /** One of a few words that must be there. */
    public <T> Optional<T> word(String field, Map<String, T> words) {
        return required(field, text -> problemWithWord(text, words)).map(words::get);
    }

    /** The same, if it is there. */
    public <T> Optional<T> optionalWord(String field, Map<String, T> words) {
        return text(field)
                .filter(text -> holds(field, problemWithWord(text, words)))
                .map(words::get);
    }

    /** A UUID, in its one spelling. */
    public Optional<String> uuid(String field) {
        return required(field, text -> isUuid(text) ? Optional.empty() : Optional.of(FieldProblem.INVALID_UUID))
                .map(text -> UUID.fromString(text).toString());
    }

    /** The id or the slug of a tenant, if it is there. */
    public Optional<TenantReference> tenant(String field) {
        return text(field)
                .flatMap(text -> isUuid(text)
                        ? Optional.of(new TenantId(UUID.fromString(text)))
                        : Optional.of(text)
                                .filter(slug -> holds(field, Slug.problemWith(slug)))
                                .map(Slug::new));
    }

    /** A password that is to be set, held against the rules. */
    public Optional<Password> newPassword(String field, Optional<EmailAddress> email, Optional<TenantName> tenant) {
        Optional<Password> password = anyPassword(field);
        return password.filter(typed -> holds(field, PasswordRules.problemWith(typed, email, tenant)));
    }

    /**
     * A password that somebody signs in with: no rule holds but that it is one. White space alone counts as none where it is
     * too short to have been set.
     */
    public Optional<Password> password(String field) {
        return anyPassword(field).filter(typed -> holds(field, problemAtSignIn(typed)));
    }

    /** The password of who is signed in already, if it is there: not everybody has one. */
    public Optional<Password> passwordAgain(String field) {
        return text(field)
                .filter(typed -> !typed.isEmpty())
                .map(Password::new)
                .filter(typed -> holds(field, problemAtSignIn(typed)));
    }

    /** A code of a generator, or one for recovery. */
    public Optional<String> code(String field) {
        return required(field, text -> PlainText.problemWith(PlainText.trim(text), 1, LONGEST_CODE));
    }

    /** The repetition of a password that was read from {@code original}. */
    public void repeated(String field, String original) {
        Optional<String> repetition = text(field);
        if (repetition.filter(text -> !text.isEmpty()).isEmpty()) {
            reject(field, FieldProblem.REQUIRED);
        } else if (!repetition.equals(text(original))) {
            reject(field, FieldProblem.MISMATCH);
        }
    }

    /** As {@link #named(Map, Supplier)}, of a call that answers nothing. */
    public static void named(Map<String, String> wireNames, Runnable call) {
        named(wireNames, () -> {
            call.run();
            return wireNames;
        });
    }

    /** Calls the core, and tells what it finds wrong with an input under the names that the fields have on the wire. */
    public static <T> T named(Map<String, String> wireNames, Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidInput invalid) {
            Map<String, FieldProblem> renamed = new LinkedHashMap<>();
            invalid.problems().forEach((field, problem) -> renamed.put(wireNames.getOrDefault(field, field), problem));
            throw new InvalidInput(renamed);
        }
    }

    private static Optional<FieldProblem> problemWithWord(String text, Map<String, ?> words) {
        return words.containsKey(text) ? Optional.empty() : Optional.of(FieldProblem.NOT_ALLOWED);
    }

    private Optional<Password> anyPassword(String field) {
        Optional<String> text = text(field).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            reject(field, FieldProblem.REQUIRED);
        }
        return text.map(Password::new);
    }

    private static Optional<FieldProblem> problemAtSignIn(Password password) {
        if (PasswordRules.isIllegal(password)) {
            return Optional.of(FieldProblem.ILLEGAL_CHARACTER);
        }
        String value = password.value();
        boolean couldBeSet = value.codePointCount(0, value.length()) >= PasswordRules.MIN_LENGTH;
        return value.isBlank() && !couldBeSet ? Optional.of(FieldProblem.REQUIRED) : Optional.empty();
    }

    private boolean holds(String field, Optional<FieldProblem> problem) {
        problem.ifPresent(found -> reject(field, found));
        return problem.isEmpty();
    }
}
