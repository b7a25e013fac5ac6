package io.tenantry.mail;

import io.tenantry.domain.mail.MailKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one kind of mail: {@code <kind>.txt}, whose first line is the subject, and {@code <kind>.html}. In both,
 * {@code {greeting}} and {@code {link}} stand for what differs from mail to mail.
 */
record MailTemplate(String subject, String text, String html) {

    private static final Pattern PLACE = Pattern.compile("\\{(greeting|link)\\}");

    static MailTemplate load(MailKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String[] subjectAndText = read(name + ".txt").split("\n\n", 2);
        return new MailTemplate(subjectAndText[0], subjectAndText[1], read(name + ".html"));
    }

    String textWith(String greeting, String link) {
        return filled(text, greeting, link, UnaryOperator.identity());
    }

    String htmlWith(String greeting, String link) {
        return filled(html, greeting, link, MailTemplate::escaped);
    }

    /** In one pass, so that nothing that is inserted is itself taken for a place to fill. */
    private static String filled(String template, String greeting, String link, UnaryOperator<String> escape) {
        Map<String, String> values = Map.of("greeting", escape.apply(greeting), "link", escape.apply(link));
        return PLACE.matcher(template).replaceAll(place -> valueFor(place, values));
    }

    private static String valueFor(MatchResult place, Map<String, String> values) {
        return Matcher.quoteReplacement(values.get(place.group(1)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String name) {
        try (InputStream resource = MailTemplate.class.getResourceAsStream(name)) {
            Objects.requireNonNull(resource, name);
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
