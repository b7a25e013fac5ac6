package io.tenantry.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Locale;

/** Who is at the other end of a connection. */
public final class Peer {
    private Peer() {}

    /** Whether it is on this machine, and says of nobody that it speaks for them, as a proxy does. */
    public static boolean isLocal(HttpServletRequest request) {
        boolean loopback = TrustedProxies.parse(request.getRemoteAddr())
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
        return loopback && Collections.list(request.getHeaderNames()).stream().noneMatch(Peer::isOfProxies);
    }

    private static boolean isOfProxies(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("forwarded") || name.startsWith("x-forwarded-");
    }
}
