package io.tenantry.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people call themselves or their organization, as it may be told to others, to strangers too.
 *
 * <p>Whoever invites chooses both the names and the address that the mail goes to. So no more is told than letters, digits and few
 * other characters, cut short: no address, host name or line of a header can be made of them. A full stop is kept only where a
 * word ends, so that {@code Acme Inc.} reads as it should and {@code evil.example} is no link. What holds as many digits as a
 * telephone number is not told at all.
 */
final class TypedName {

    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{M}\\p{N} '’&(),.-]+");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("\\.++(?=[^ ])|(?<= |^)\\.++");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?:\\p{N}[^\\p{N}]{0,3}){6}");
    private static final int LONGEST = 40;

    private TypedName() {}

    /** Empty if nothing of it can be told. */
    static Optional<String> of(String typed) {
        String harmless =
                WITHIN_A_WORD.matcher(ODD.matcher(typed).replaceAll(" ")).replaceAll(" ");
        return Optional.of(SPACES.matcher(harmless).replaceAll(" ").strip())
                .filter(name -> !isLikeANumber(name))
                .map(TypedName::cut)
                .filter(name -> !name.isEmpty());
    }

    /** Whether it could be dialled. */
    static boolean isLikeANumber(String text) {
        return LIKE_A_NUMBER.matcher(text).find();
    }

    private static String cut(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
