package io.tenantry.http.wire;

import java.util.List;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** What a caller wants to be answered with (RFC 9110, section 12.5.1). */
public final class Accepted {
    private Accepted() {}

    /**
     * Whether HTML comes before JSON in the caller's eyes. A caller that takes anything, or says nothing, gets JSON.
     *
     * @param accept the header; may be null
     */
    public static boolean prefersHtml(String accept) {
        if (accept == null) {
            return false;
        }
        QuotedQualityCSV ranges = new QuotedQualityCSV(QuotedQualityCSV.MOST_SPECIFIC_MIME_ORDERING);
        ranges.addValue(accept);
        List<String> byPreference =
                ranges.getValues().stream().map(Accepted::bare).toList();
        int html = byPreference.indexOf("text/html");
        int json = byPreference.indexOf("application/json");
        return html >= 0 && (json < 0 || html < json);
    }

    private static String bare(String range) {
        int parameters = range.indexOf(';');
        return (parameters < 0 ? range : range.substring(0, parameters)).strip();
    }
}
