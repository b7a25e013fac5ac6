package io.tenantry.domain.throttle;

import io.tenantry.domain.session.Device;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of an IP address that one subscriber has: all of an IPv4 address, the first 64 bits of an IPv6 one (RFC 6177).
 * What is counted by address is counted by this.
 */
public record AddressBlock(String value) {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    /** Anything else could be a host's name, and would be looked up. */
    private static final Pattern LITERAL =
            Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

    private static final int NETWORK_BYTES = 8;

    public AddressBlock {
        Objects.requireNonNull(value);
    }

    /** The block of the device's address; empty if that is not known, or no address. Never asks a name server. */
    public static Optional<AddressBlock> of(Device device) {
        return device.address().flatMap(AddressBlock::of);
    }

    private static Optional<AddressBlock> of(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return Optional.of(
                    new AddressBlock(parsed instanceof Inet6Address ? network(parsed) : parsed.getHostAddress()));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException sixteenBytesAreAnAddress) {
            throw new IllegalStateException(sixteenBytesAreAnAddress);
        }
    }
}
