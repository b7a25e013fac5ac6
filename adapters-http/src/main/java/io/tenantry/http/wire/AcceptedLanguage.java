package io.tenantry.http.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which of the languages that are spoken here somebody wants to be answered (RFC 9110, section 12.5.4). */
public final class AcceptedLanguage {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private AcceptedLanguage() {}

    /**
     * The language that the caller likes best of those spoken here; empty if it names none of them, or what it says cannot be
     * read.
     *
     * @param header may be null
     */
    public static Optional<Locale> of(String header) {
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> SPOKEN.stream().filter(spoken -> isOf(range, spoken)))
                .findFirst();
    }

    private static boolean isOf(Locale.LanguageRange range, Locale spoken) {
        String language = spoken.getLanguage();
        return range.getRange().equals(language) || range.getRange().startsWith(language + "-");
    }

    /** What is liked best first. */
    private static List<Locale.LanguageRange> ranges(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
