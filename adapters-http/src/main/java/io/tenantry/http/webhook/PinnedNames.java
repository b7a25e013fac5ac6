package io.tenantry.http.webhook;

import java.net.InetAddress;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Leads to the addresses that were found good, whatever the DNS says by now. */
record PinnedNames(List<InetAddress> addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
