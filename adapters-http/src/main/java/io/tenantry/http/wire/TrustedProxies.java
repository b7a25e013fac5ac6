package io.tenantry.http.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The proxies whose word about a client is believed. */
final class TrustedProxies {
    private final AddressBlocks blocks;

    /** @throws IllegalArgumentException if one is neither an address nor a block */
    TrustedProxies(List<String> trusted) {
        this.blocks = AddressBlocks.of(trusted);
    }

    boolean trusts(InetAddress address) {
        return blocks.hold(address);
    }

    /** Reads an address; never asks a name server. */
    static Optional<InetAddress> parse(String text) {
        return AddressBlocks.parse(text);
    }
}
