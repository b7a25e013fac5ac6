package io.tenantry.domain.webhook;

import io.tenantry.domain.failure.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where events are sent: an absolute {@code https} or {@code http} URL (RFC 3986) of at most {@value #MAX_LENGTH} ASCII characters,
 * with a host, without user information and fragment. Whether anything may be sent there depends on the addresses behind it: see
 * {@link WebhookSender#mayReach}.
 */
public record WebhookUrl(String value) {

    public static final int MAX_LENGTH = 2000;

    private static final int LAST_PORT = 65_535;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?");

    /** An address in numbers in any of the ways in which some program reads one (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    /** @throws IllegalArgumentException if it is none */
    public WebhookUrl {
        if (problemWith(value).isPresent()) {
            throw new IllegalArgumentException("no URL for a webhook");
        }
    }

    public static Optional<FieldProblem> problemWith(String typed) {
        if (typed.isEmpty()) {
            return Optional.of(FieldProblem.REQUIRED);
        }
        if (typed.length() > MAX_LENGTH) {
            return Optional.of(FieldProblem.TOO_LONG);
        }
        if (!PRINTABLE.matcher(typed).matches()) {
            return Optional.of(FieldProblem.ILLEGAL_CHARACTER);
        }
        return problemWithParts(typed);
    }

    private static Optional<FieldProblem> problemWithParts(String typed) {
        try {
            URI url = new URI(typed);
            if (url.getScheme() != null && !SCHEME.matcher(url.getScheme()).matches()) {
                return Optional.of(FieldProblem.NOT_ALLOWED);
            }
            return isWhole(url) ? Optional.empty() : Optional.of(FieldProblem.MALFORMED);
        } catch (URISyntaxException noUrl) {
            return Optional.of(FieldProblem.MALFORMED);
        }
    }

    private static boolean isWhole(URI url) {
        return url.getScheme() != null
                && url.getHost() != null
                && isHost(url.getHost())
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && isPort(url.getPort());
    }

    /** A name, or an address as it is usually written: no zone, and no number that one program reads thus and another otherwise. */
    private static boolean isHost(String host) {
        return host.indexOf('%') < 0
                && (!ENDS_IN_NUMBER.matcher(host).matches()
                        || FOUR_NUMBERS.matcher(host).matches());
    }

    private static boolean isPort(int port) {
        return port == -1 || (port > 0 && port <= LAST_PORT);
    }

    public URI uri() {
        return URI.create(value);
    }

    public boolean encrypted() {
        return "https".equalsIgnoreCase(uri().getScheme());
    }

    /** Without path and query, which may hold a receiver's secrets. */
    @Override
    public String toString() {
        return uri().getScheme() + "://" + uri().getRawAuthority();
    }
}
