package io.tenantry.http.wire;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which codings of a content a client takes (RFC 9110, sections 12.4.2 and 12.5.3). Immutable. */
public final class AcceptedCodings {

    private static final String ANY_OTHER = "*";

    /** One of the list. Nothing in it can be read in two ways, so it takes no longer than the text is long. */
    private static final Pattern CODING =
            Pattern.compile("([^\\s;]+)[ \\t]*(?:;[ \\t]*[qQ]=(?<weight>0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

    private static final Pattern NONE = Pattern.compile("0(\\.0*)?");

    /** By its name, whether it is taken. */
    private final Map<String, Boolean> named = new HashMap<>();

    /** What stands in the list of a request malformed is as if it were not there. */
    public static AcceptedCodings of(Context ctx) {
        return new AcceptedCodings(
                Optional.ofNullable(ctx.header("Accept-Encoding")).orElse(""));
    }

    private AcceptedCodings(String list) {
        for (String one : list.split(",", -1)) {
            Matcher coding = CODING.matcher(one.strip());
            if (coding.matches()) {
                named.put(coding.group(1).toLowerCase(Locale.ROOT), !isNone(coding.group("weight")));
            }
        }
    }

    public boolean contain(String coding) {
        return named.getOrDefault(coding, named.getOrDefault(ANY_OTHER, false));
    }

    private static boolean isNone(String weight) {
        return weight != null && NONE.matcher(weight).matches();
    }
}
