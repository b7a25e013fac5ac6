package io.tenantry.http.social;

import java.net.URI;
import java.util.Set;

/** Where secrets may be sent: over TLS, or within this machine. */
final class SafeAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    static boolean isSafe(URI address) {
        boolean here =
                "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && (here || "https".equalsIgnoreCase(address.getScheme()));
    }
}
