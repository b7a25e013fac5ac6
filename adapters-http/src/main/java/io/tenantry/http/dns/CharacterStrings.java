package io.tenantry.http.dns;

/**
 * The text of a TXT record, of which the JDK writes each character-string by itself: with a space between them, in quotes where
 * one is empty or holds a space, and with a backslash before quotes and backslashes.
 */
final class CharacterStrings {
    private CharacterStrings() {}

    /** All of them, with nothing between: as one text that was too long for one (RFC 1035, section 3.3; RFC 7208, section 3.3). */
    static String joined(String written) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            if (c == '\\' && at + 1 < written.length()) {
                text.append(written.charAt(++at));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c != ' ' || quoted) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
