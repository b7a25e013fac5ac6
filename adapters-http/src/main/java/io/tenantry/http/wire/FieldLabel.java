package io.tenantry.http.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a field is called in a sentence: {@code userEmail} and {@code user_email} are both "User email". */
public final class FieldLabel {
    private static final Pattern NEXT_WORD = Pattern.compile("_|(?<=[a-z])(?=[A-Z])");

    private FieldLabel() {}

    /** @param field a name of our own, never a caller's */
    public static String of(String field) {
        String words = NEXT_WORD.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
