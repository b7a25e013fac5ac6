package io.tenantry.http.wire;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller wants to be answered with (RFC 9110, section 12.5.1). */
public final class Accepted {
    /** A media range with its weight; what is malformed does not match, and counts for nothing. */
    private static final Pattern RANGE =
            Pattern.compile("\\s*([a-z*+./-]+)\\s*(?:;\\s*q=([01](?:\\.[0-9]{0,3})?))?(?:;.*)?");

    private Accepted() {}

    /**
     * Whether HTML comes before JSON in the caller's eyes: it is named, and JSON is not or weighs less. A caller that takes
     * anything, or says nothing, gets JSON.
     *
     * @param accept the header; may be null
     */
    public static boolean prefersHtml(String accept) {
        if (accept == null) {
            return false;
        }
        String ranges = accept.toLowerCase(Locale.ROOT);
        return weight("text/html", ranges) > weight("application/json", ranges);
    }

    /** 0 if it is not named. */
    private static double weight(String type, String ranges) {
        double weight = 0;
        for (String range : ranges.split(",", -1)) {
            Matcher matcher = RANGE.matcher(range);
            if (matcher.matches() && matcher.group(1).equals(type)) {
                weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
            }
        }
        return weight;
    }
}
