package io.tenantry.http.webhook;

import io.tenantry.http.wire.AddressBlocks;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses are of hosts out in the internet, and not of this machine, its network, or nobody (IANA special-purpose registries). */
final class PublicAddresses {
    private static final AddressBlocks OTHER_IPV4 = AddressBlocks.of(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4"));

    /** All that is given out for use so far (RFC 4291, section 2.4): neither loopback, mapped, local nor multicast addresses. */
    private static final AddressBlocks GLOBAL_IPV6 = AddressBlocks.of(List.of("2000::/3"));

    /** Teredo and the like, documentation, and 6to4, behind which any IPv4 address may be. */
    private static final AddressBlocks OTHER_IPV6 =
            AddressBlocks.of(List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

    private PublicAddresses() {}

    static boolean hold(InetAddress address) {
        return address instanceof Inet6Address
                ? GLOBAL_IPV6.hold(address) && !OTHER_IPV6.hold(address)
                : !OTHER_IPV4.hold(address);
    }
}
