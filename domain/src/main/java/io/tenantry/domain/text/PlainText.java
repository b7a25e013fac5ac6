package io.tenantry.domain.text;

import io.tenantry.domain.failure.FieldProblem;
import java.util.Optional;

/** The rules for a line of text that a person types: a name, an address. */
public final class PlainText {

    private PlainText() {}

    /**
     * Removes at both ends what ECMAScript's {@code String.prototype.trim} removes (ECMA-262, WhiteSpace and
     * LineTerminator), so that server and browser agree on what a field holds.
     */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What is wrong with a trimmed line of {@code min} to {@code max} code points, if anything. */
    public static Optional<FieldProblem> problemWith(String trimmed, int min, int max) {
        if (trimmed.isEmpty()) {
            return Optional.of(FieldProblem.REQUIRED);
        }
        if (hasIllegalCharacter(trimmed)) {
            return Optional.of(FieldProblem.ILLEGAL_CHARACTER);
        }
        int length = trimmed.codePointCount(0, trimmed.length());
        if (length < min) {
            return Optional.of(FieldProblem.TOO_SHORT);
        }
        return length > max ? Optional.of(FieldProblem.TOO_LONG) : Optional.empty();
    }

    /** True if the text holds a control character (U+0000 too) or an unpaired surrogate. */
    public static boolean hasIllegalCharacter(String text) {
        return text.codePoints().anyMatch(PlainText::isIllegal);
    }

    /** True if the text holds half of a surrogate pair, which UTF-8 cannot express. */
    public static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(PlainText::isSurrogate);
    }

    private static boolean isIllegal(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isWhiteSpace(char c) {
        return switch (c) {
            case '\t', '\n', '\u000B', '\f', '\r', '\u2028', '\u2029', '\uFEFF' -> true;
            default -> Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }
}
