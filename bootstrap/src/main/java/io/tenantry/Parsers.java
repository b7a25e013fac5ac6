package io.tenantry;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of a setting into what it means; empty if it means nothing. */
final class Parsers {

    static final String DURATION_FORM = "a duration such as 90s, 15m, 1h or 30d, of ten years at most,";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]{1,255}");

    private Parsers() {}

    static Optional<Integer> number(String text, int least, int most) {
        return Optional.of(text)
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.ofSeconds(Long.parseLong(parts.group(1)) * SECONDS.get(parts.group(2)));
        return Optional.of(duration).filter(d -> !d.isZero() && d.compareTo(LONGEST) <= 0);
    }

    static Optional<String> oneOf(String text, List<String> words) {
        return Optional.of(text).filter(words::contains);
    }

    /** An address to listen on: a name, an IPv4 or an IPv6 address. */
    static Optional<String> host(String text) {
        return Optional.of(text).filter(HOST.asMatchPredicate());
    }

    /** Of http or https, with a host, without user, query or fragment; a slash at its end is dropped. */
    static Optional<URI> webAddress(String text) {
        return uri(text.replaceFirst("/+$", ""))
                .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null);
    }

    /** A web address without a path, as browsers send it in {@code Origin} (RFC 6454, section 6.1). */
    static Optional<String> origin(String text) {
        return webAddress(text)
                .filter(uri -> uri.getRawPath().isEmpty())
                .map(URI::toString)
                .filter(text::equals);
    }

    /** The members between commas; empty if one of them means nothing. */
    static <T> Optional<List<T>> list(String text, Function<String, Optional<T>> parser) {
        List<T> members = new ArrayList<>();
        for (String member : text.split(",", -1)) {
            Optional<T> parsed = parser.apply(member.strip());
            if (parsed.isEmpty()) {
                return Optional.empty();
            }
            members.add(parsed.get());
        }
        return Optional.of(List.copyOf(members));
    }

    /** What a constructor makes of the text, where it refuses by {@link IllegalArgumentException}. */
    static <T> Optional<T> made(String text, Function<String, T> constructor) {
        try {
            return Optional.of(constructor.apply(text));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
