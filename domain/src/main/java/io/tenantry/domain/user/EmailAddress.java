package io.tenantry.domain.user;

import io.tenantry.domain.text.PlainText;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in its one form: trimmed, the domain in ASCII (an internationalized one as A-labels, RFC 5891), the
 * case of what was typed. Two addresses are equal when their {@link #canonical()} forms are.
 *
 * <p>The local part is an ASCII dot-atom (RFC 5321, section 4.1.2): quoted ones and Unicode are refused, so that no two
 * spellings of one address, and no two addresses of one look, exist. 254 characters at most, 64 before the at sign.
 */
public final class EmailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);
    /** What IDNA 2003, the JDK's, and IDNA 2008 make another domain of (RFC 5894, section 7.2): its mail could reach a stranger. */
    private static final Pattern DEVIATION = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;

    private final String value;
    private final String canonical;

    private EmailAddress(String value) {
        this.value = value;
        this.canonical = value.toLowerCase(Locale.ROOT);
    }

    /** Reads what was typed; empty if it is no address. */
    public static Optional<EmailAddress> parse(String typed) {
        String trimmed = PlainText.trim(typed);
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_LENGTH || trimmed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String local = trimmed.substring(0, at);
        String domain = toAscii(trimmed.substring(at + 1));
        String address = local + "@" + domain;
        boolean valid = address.length() <= MAX_LENGTH
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches();
        return valid ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /** @throws IllegalArgumentException if it is no address */
    public static EmailAddress of(String typed) {
        return parse(typed).orElseThrow(() -> new IllegalArgumentException("no e-mail address"));
    }

    /** As it is shown and mailed to. */
    public String value() {
        return value;
    }

    /** As it is compared and looked up. */
    public String canonical() {
        return canonical;
    }

    /** What stands before the at sign, in lower case. */
    public String localPart() {
        return canonical.substring(0, canonical.lastIndexOf('@'));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String toAscii(String domain) {
        if (DEVIATION.matcher(domain).find()) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException notAnInternationalizedName) {
            return "";
        }
    }
}
