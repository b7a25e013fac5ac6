package io.tenantry.mail;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a letter, which can be put down as text, in lines under 78 characters (RFC 5322, section 2.1.1), and as HTML. */
sealed interface Block {

    String text();

    String html();

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Words that flow. */
    record Paragraph(String words) implements Block {

        private static final int WIDTH = 74;

        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            int used = 0;
            for (String word : words.split(" ", -1)) {
                boolean fits = used + 1 + word.length() <= WIDTH;
                text.append(used == 0 ? "" : fits ? " " : "\n").append(word);
                used = used > 0 && fits ? used + 1 + word.length() : word.length();
            }
            return text.toString();
        }

        @Override
        public String html() {
            return "<p>" + escaped(text()) + "</p>";
        }
    }

    /** Lines that stay as they are. */
    record Lines(List<String> lines) implements Block {

        @Override
        public String text() {
            return String.join("\n", lines);
        }

        @Override
        public String html() {
            return lines.stream().map(Block::escaped).collect(Collectors.joining("<br>\n", "<p>", "</p>"));
        }
    }

    /** A link, on a line of its own in the text; in HTML a button, and below it the link for whoever wants to read or copy it. */
    record Action(String label, String link) implements Block {

        private static final String BUTTON = "display: inline-block; padding: 0.6em 1.2em; border-radius: 0.3em; "
                + "background-color: #1f5fbf; color: #ffffff; text-decoration: none";

        @Override
        public String text() {
            return link;
        }

        @Override
        public String html() {
            String url = escaped(link);
            return "<p><a href=\"" + url + "\" style=\"" + BUTTON + "\">" + escaped(label) + "</a></p>\n"
                    + "<p style=\"word-break: break-all\">" + url + "</p>";
        }
    }
}
