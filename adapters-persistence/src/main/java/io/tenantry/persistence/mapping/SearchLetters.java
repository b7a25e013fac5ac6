package io.tenantry.persistence.mapping;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the database must know of Unicode to take texts apart as {@link io.tenantry.domain.admin.SearchText} does: which characters
 * stand between words, and which differ by case alone. Told by this JVM and written into the function {@code search_words}; else the
 * database's locale would decide, and many a one knows ASCII alone. ASCII itself is left to that function.
 */
public final class SearchLetters {

    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final char FINAL_SIGMA = '\u03C2';
    private static final char SIGMA = '\u03C3';
    /** Comes with the small letter of a capital I with a dot. */
    private static final String DOT_ABOVE = "\u0307";

    private static final String CAPITALS = text(letter -> Character.toLowerCase(letter) != letter);

    private SearchLetters() {}

    /** The form in which a word in lower case stands in the index: nothing of it depends on the letters beside it. */
    public static String folded(String word) {
        return word.replace(FINAL_SIGMA, SIGMA).replace(DOT_ABOVE, "");
    }

    /** The characters that have another form in the index; the last of them has none. */
    public static String unfolded() {
        return CAPITALS + FINAL_SIGMA + DOT_ABOVE;
    }

    /** What becomes of {@link #unfolded}, character by character. */
    public static String folds() {
        StringBuilder folds = new StringBuilder();
        CAPITALS.codePoints().map(Character::toLowerCase).forEach(folds::appendCodePoint);
        return folds.append(SIGMA).toString();
    }

    /** What stands between words: ranges, as they are written between brackets in a regular expression. */
    public static String separators() {
        BitSet words = set(SearchLetters::isOfWord);
        BitSet separators = set(character -> isAssigned(character) && !isOfWord(character));
        StringBuilder ranges = new StringBuilder();
        int end = 0;
        for (int first = separators.nextSetBit(0); first >= 0; first = separators.nextSetBit(end)) {
            int word = words.nextSetBit(first);
            end = word < 0 ? Character.MAX_CODE_POINT + 1 : word;
            ranges.appendCodePoint(first).append('-').appendCodePoint(separators.previousSetBit(end - 1));
        }
        return ranges.toString();
    }

    /** A letter, a mark or a number. */
    private static boolean isOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(character);
        };
    }

    private static boolean isAssigned(int character) {
        return switch (Character.getType(character)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static BitSet set(IntPredicate such) {
        return beyondAscii(such).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static String text(IntPredicate such) {
        return beyondAscii(such)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static IntStream beyondAscii(IntPredicate such) {
        return IntStream.rangeClosed(FIRST_BEYOND_ASCII, Character.MAX_CODE_POINT)
                .filter(such);
    }
}
