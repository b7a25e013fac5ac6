package io.tenantry.mail;

import io.tenantry.domain.mail.MailKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The words of all mails in one language: {@code mails_<language>.properties}, in UTF-8. Safe for use by many threads. */
final class Words {

    private static final Words ENGLISH = load(Locale.ENGLISH);
    private static final Words GERMAN = load(Locale.GERMAN);

    private final Locale language;
    private final Properties words;

    private Words(Locale language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** Those of its language; English, where that is not spoken. */
    static Words in(Locale locale) {
        return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
    }

    Locale language() {
        return language;
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    String get(String key) {
        return optional(key).orElseThrow(() -> new NoSuchElementException("no words in " + language + " for " + key));
    }

    String subject(MailKind kind) {
        return get(prefix(kind) + "subject");
    }

    /** The paragraphs that say what happened. */
    List<String> before(MailKind kind) {
        return paragraphs(get(prefix(kind) + "before"));
    }

    /** What its link does. */
    String button(MailKind kind) {
        return get(prefix(kind) + "button");
    }

    /** What its name is the name of; empty for a kind that tells none. */
    Optional<String> name(MailKind kind) {
        return optional(prefix(kind) + "name");
    }

    /** What is over at the time that such a mail tells; empty for a kind that tells none. */
    Optional<String> until(MailKind kind) {
        return optional(prefix(kind) + "until");
    }

    /** What a role is called; empty if there is none such. */
    Optional<String> role(String word) {
        return optional("fact.role." + word);
    }

    String quoted(String text) {
        return get("fact.quoted").replace("{text}", text);
    }

    /** The paragraphs that say what to do. */
    List<String> after(MailKind kind) {
        return paragraphs(optional(prefix(kind) + "after").orElseGet(() -> get("not_you")));
    }

    String greeting(String name) {
        return Greeting.name(name)
                .map(readable -> get("greeting.named").replace("{name}", readable))
                .orElseGet(() -> get("greeting"));
    }

    String when(Instant time, ZoneId timezone) {
        return DateTimeFormatter.ofPattern(get("when"), language)
                .withZone(timezone)
                .format(time);
    }

    /** With the separators of the language. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    private static String prefix(MailKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ".";
    }

    private static List<String> paragraphs(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    private static Words load(Locale language) {
        String name = "mails_" + language.getLanguage() + ".properties";
        Properties words = new Properties();
        try (InputStream resource = Words.class.getResourceAsStream(name);
                Reader text = new InputStreamReader(Objects.requireNonNull(resource, name), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Words(language, words);
    }
}
