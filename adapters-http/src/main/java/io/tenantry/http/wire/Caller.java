package io.tenantry.http.wire;

import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.HostName;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** From where a request comes, and by which name it called the server. Headers of proxies count only from trusted ones. */
public final class Caller {
    private final TrustedProxies proxies;

    /** @throws IllegalArgumentException if one is neither an address nor a CIDR block */
    public Caller(List<String> trustedProxies) {
        this.proxies = new TrustedProxies(trustedProxies);
    }

    public Device device(HttpServletRequest request) {
        return new Device(
                address(request).map(InetAddress::getHostAddress),
                Optional.ofNullable(request.getHeader("User-Agent")),
                AcceptedLanguage.of(request.getHeader("Accept-Language")));
    }

    /** The same without what the client says of itself: for what counts addresses alone, and is called very often. */
    public Device addressOf(HttpServletRequest request) {
        return new Device(address(request).map(InetAddress::getHostAddress), Optional.empty());
    }

    /** The host that the client called, if it has the form of a name. */
    public Optional<HostName> host(HttpServletRequest request) {
        List<String> forwarded = isProxied(request) ? listed(request, "X-Forwarded-Host") : List.of();
        String host = forwarded.isEmpty() ? request.getHeader("Host") : forwarded.get(0);
        return Optional.ofNullable(host).flatMap(HostName::fromHeader);
    }

    /** The client's address: the nearest that no trusted proxy has. A malformed header ends the search. */
    private Optional<InetAddress> address(HttpServletRequest request) {
        Optional<InetAddress> nearest = TrustedProxies.parse(request.getRemoteAddr());
        if (nearest.filter(proxies::trusts).isEmpty()) {
            return nearest;
        }
        for (String hop : listed(request, "X-Forwarded-For")) {
            Optional<InetAddress> next = TrustedProxies.parse(hop);
            if (next.isEmpty() || nearest.filter(proxies::trusts).isEmpty()) {
                return nearest;
            }
            nearest = next;
        }
        return nearest;
    }

    private boolean isProxied(HttpServletRequest request) {
        return TrustedProxies.parse(request.getRemoteAddr())
                .filter(proxies::trusts)
                .isPresent();
    }

    /** The members of a list header, the last, which the nearest proxy wrote, first. */
    private static List<String> listed(HttpServletRequest request, String header) {
        List<String> all = Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
        return reversed(all);
    }

    private static List<String> reversed(List<String> list) {
        List<String> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
