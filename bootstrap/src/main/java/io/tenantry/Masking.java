package io.tenantry;

import java.util.regex.Pattern;

/** Values as they may be shown: on one line, without the secrets in them. */
final class Masking {

    private static final Pattern SECRET_NAME = Pattern.compile("TENANTRY_SECRET.*|.*_TOKEN|.*_SECRET|.*PASSWORD");
    /** Up to the last at sign: a password that should have been encoded may hold others. */
    private static final Pattern USER_INFO = Pattern.compile("(//[^:/@]*):.*@");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;](?:[a-z]*password|[a-z]*secret|[a-z]*token))=[^&;]*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final int LONGEST = 200;

    private Masking() {}

    static String shown(String name, String value) {
        return SECRET_NAME.matcher(name).matches() ? "***" : url(value);
    }

    /** An address without the passwords that stand in it. */
    static String url(String value) {
        String masked = USER_INFO.matcher(value).replaceAll("$1:***@");
        String bare = PARAMETER.matcher(masked).replaceAll("$1=***");
        String line = CONTROL.matcher(bare).replaceAll("?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
