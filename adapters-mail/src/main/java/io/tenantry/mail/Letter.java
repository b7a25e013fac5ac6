package io.tenantry.mail;

import io.tenantry.domain.mail.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a mail says to its reader: the same blocks as text and as HTML. */
record Letter(String language, String subject, List<Block> blocks) {

    private static final Pattern PLACE = Pattern.compile("\\{(language|subject|body)\\}");
    private static final String TEXT = read("layout.txt");
    private static final String HTML = read("layout.html");

    static Letter of(Mail mail, MailLinks links) {
        Words words = Words.in(mail.to().locale());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lines(List.of(words.greeting(mail.to().name()))));
        words.before(mail.kind()).forEach(paragraph -> blocks.add(new Block.Paragraph(paragraph)));
        if (mail.kind().hasLink()) {
            blocks.add(new Block.Action(words.button(mail.kind()), links.link(mail)));
        }
        List<String> facts = Facts.of(mail, words);
        if (!facts.isEmpty()) {
            blocks.add(new Block.Lines(facts));
        }
        words.after(mail.kind()).forEach(paragraph -> blocks.add(new Block.Paragraph(paragraph)));
        return new Letter(words.language().getLanguage(), words.subject(mail.kind()), List.copyOf(blocks));
    }

    String text() {
        return filled(TEXT, Map.of("body", joined(Block::text, "\n\n")));
    }

    String html() {
        return filled(
                HTML,
                Map.of("language", language, "subject", Block.escaped(subject), "body", joined(Block::html, "\n")));
    }

    private String joined(Function<Block, String> form, String separator) {
        return blocks.stream().map(form).collect(Collectors.joining(separator));
    }

    /** In one pass, so that nothing that is inserted is itself taken for a place to fill. */
    private static String filled(String layout, Map<String, String> values) {
        return PLACE.matcher(layout).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
    }

    private static String read(String name) {
        try (InputStream resource = Letter.class.getResourceAsStream(name)) {
            Objects.requireNonNull(resource, name);
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
