package io.tenantry.http.webhook;

import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.http.wire.AddressBlocks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where something may be sent that a tenant has asked for: by https to public addresses; by either scheme to those that the
 * installation allows. One address among those of a name that is neither is enough to refuse all.
 */
final class Reach {
    private final AddressBlocks allowed;
    private final Names names;

    /** @throws IllegalArgumentException if one of the blocks is none */
    Reach(List<String> allowed, Names names) {
        this.allowed = AddressBlocks.of(allowed);
        this.names = names;
    }

    /** What a name leads to. */
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The DNS did not tell in time where a name leads. */
    static final class NoAnswer extends IllegalStateException {
        NoAnswer(Exception late) {
            super("no answer of the DNS in time", late);
        }
    }

    /**
     * The addresses at which it may be reached, as of now; none if it may not, or the name leads nowhere.
     *
     * @throws NoAnswer if that is not known in time
     */
    List<InetAddress> of(WebhookUrl url) {
        List<InetAddress> all = addresses(url.uri().getHost());
        return all.stream().allMatch(address -> mayReach(address, url.encrypted())) ? all : List.of();
    }

    private List<InetAddress> addresses(String host) {
        try {
            return Stream.of(names.resolve(host)).toList();
        } catch (UnknownHostException nowhere) {
            return List.of();
        }
    }

    private boolean mayReach(InetAddress address, boolean encrypted) {
        return allowed.hold(address) || (encrypted && PublicAddresses.hold(address));
    }
}
