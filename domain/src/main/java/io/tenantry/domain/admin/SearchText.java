package io.tenantry.domain.admin;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is looked for: words, of which each must begin a word of what is found (a name, a slug, a part of an address). Compared
 * without case. Empty finds everything.
 *
 * @param words 10 at most, of letters and digits, in lower case
 */
public record SearchText(List<String> words) {

    public static final SearchText EVERYTHING = new SearchText(List.of());

    private static final int MAX_WORDS = 10;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public SearchText {
        words = List.copyOf(words);
    }

    /** What is neither letter nor digit stands between words; what comes after the tenth is passed over. */
    public static SearchText of(String typed) {
        return new SearchText(BETWEEN.splitAsStream(typed.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList());
    }
}
