package io.tenantry.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which program something was done, in words of ours: {@code Firefox (Windows)}.
 *
 * <p>What a program calls itself is anybody's text, and some mails are set off by strangers: none of it is repeated but the
 * name of a product, which is one short word.
 */
final class Program {

    /** In this order: most call themselves by the names of those further down too. */
    private static final List<Sign> BROWSERS = List.of(
            Sign.of("Edge", "Edg(A|iOS)?/"),
            Sign.of("Opera", "OPR/"),
            Sign.of("Samsung Internet", "SamsungBrowser/"),
            Sign.of("Firefox", "(Firefox|FxiOS)/"),
            Sign.of("Chrome", "(Chrome|CriOS)/"),
            Sign.of("Safari", "Safari/"));

    /** In this order too. */
    private static final List<Sign> PLATFORMS = List.of(
            Sign.of("iPhone", "iPhone"),
            Sign.of("iPad", "iPad"),
            Sign.of("Android", "Android"),
            Sign.of("ChromeOS", "CrOS"),
            Sign.of("Windows", "Windows"),
            Sign.of("macOS", "Mac OS X"),
            Sign.of("Linux", "Linux"));

    private static final Pattern PRODUCT = Pattern.compile("(?!Mozilla)([A-Za-z][A-Za-z-]{1,23})(?:[/ ].*)?");

    private Program() {}

    /** Empty if nothing can be said of it. */
    static Optional<String> of(String userAgent) {
        return first(BROWSERS, userAgent)
                .map(browser -> first(PLATFORMS, userAgent)
                        .map(platform -> browser + " (" + platform + ")")
                        .orElse(browser))
                .or(() -> product(userAgent));
    }

    private static Optional<String> product(String userAgent) {
        Matcher product = PRODUCT.matcher(userAgent);
        return product.matches() ? Optional.of(product.group(1)) : Optional.empty();
    }

    private static Optional<String> first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> sign.pattern.matcher(userAgent).find())
                .map(Sign::name)
                .findFirst();
    }

    /** By what a program or platform is known. */
    private record Sign(String name, Pattern pattern) {

        static Sign of(String name, String pattern) {
            return new Sign(name, Pattern.compile(pattern));
        }
    }
}
