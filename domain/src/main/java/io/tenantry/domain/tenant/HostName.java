package io.tenantry.domain.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A DNS host name in lower case, without port or trailing dot (RFC 1123, section 2.1): 253 characters at most. */
public record HostName(String value) {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern OF_THE_DNS = Pattern.compile("\\.[a-z0-9-]*[a-z][a-z0-9-]*$");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final int MAX_LENGTH = 253;

    /** @throws IllegalArgumentException if the value is no host name */
    public HostName {
        if (!isHostName(value)) {
            throw new IllegalArgumentException("no host name");
        }
    }

    /** Reads the {@code Host} header of a request; what is no host name, an IPv6 literal say, is nobody's. */
    public static Optional<HostName> fromHeader(String header) {
        if (!header.chars().allMatch(c -> c < 128)) {
            // The Kelvin sign, say, has a k for its lower case.
            return Optional.empty();
        }
        String host = PORT.matcher(header).replaceFirst("").toLowerCase(Locale.ROOT);
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return isHostName(bare) ? Optional.of(new HostName(bare)) : Optional.empty();
    }

    /** Whether it is {@code base}, or lies under it. */
    public boolean isWithin(HostName base) {
        return value.equals(base.value) || value.endsWith("." + base.value);
    }

    /** Whether somebody may have it in the DNS: it has a dot, and does not end in a number as an IP address does (RFC 1123, section 2.1). */
    public boolean isOfTheDns() {
        return OF_THE_DNS.matcher(value).find();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isHostName(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }
}
