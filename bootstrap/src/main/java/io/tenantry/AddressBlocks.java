package io.tenantry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IP addresses, and blocks of them in CIDR notation (RFC 4632, RFC 4291 section 2.3). Never asks the DNS. */
final class AddressBlocks {

    private static final Pattern V4 = Pattern.compile("((?:[0-9]{1,3}\\.){3}[0-9]{1,3})(?:/([0-9]{1,2}))?");
    private static final Pattern V6 = Pattern.compile("([0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

    private AddressBlocks() {}

    /** The text itself, if it is one. */
    static Optional<String> parse(String text) {
        return isBlock(V4.matcher(text), 32) || isBlock(V6.matcher(text), 128) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isBlock(Matcher parts, int bits) {
        return parts.matches()
                && isAddress(parts.group(1))
                && (parts.group(2) == null || Integer.parseInt(parts.group(2)) <= bits);
    }

    private static boolean isAddress(String literal) {
        try {
            return InetAddress.getAllByName(literal).length == 1;
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
