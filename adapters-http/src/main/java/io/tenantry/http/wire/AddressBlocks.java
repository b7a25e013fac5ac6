package io.tenantry.http.wire;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses, and blocks of them in CIDR notation (RFC 4632, RFC 4291 section 2.3). */
public final class AddressBlocks {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    private final List<Block> blocks;

    private AddressBlocks(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** @throws IllegalArgumentException if one is neither an address nor a block */
    public static AddressBlocks of(List<String> texts) {
        return new AddressBlocks(texts.stream().map(Block::of).toList());
    }

    /** Whether it is an address, or a block: {@code 10.0.0.0/8}, {@code 2001:db8::/32}. */
    public static boolean isBlock(String text) {
        return Block.parse(text).isPresent();
    }

    public boolean hold(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    /** Reads an address; never asks a name server. */
    static Optional<InetAddress> parse(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private record Block(InetAddress start, int bits) {
        static Block of(String text) {
            return parse(text).orElseThrow(() -> new IllegalArgumentException("no address or block: " + text));
        }

        static Optional<Block> parse(String text) {
            int slash = text.indexOf('/');
            return AddressBlocks.parse(slash < 0 ? text : text.substring(0, slash))
                    .flatMap(start -> slash < 0 ? Optional.of(alone(start)) : from(start, text.substring(slash + 1)));
        }

        private static Block alone(InetAddress address) {
            return new Block(address, bitsOf(address));
        }

        private static Optional<Block> from(InetAddress start, String bits) {
            return Optional.of(bits)
                    .filter(BITS.asMatchPredicate())
                    .map(Integer::parseInt)
                    .filter(fixed -> fixed <= bitsOf(start))
                    .map(fixed -> new Block(start, fixed));
        }

        private static int bitsOf(InetAddress address) {
            return address.getAddress().length * Byte.SIZE;
        }

        boolean holds(byte[] address) {
            byte[] first = start.getAddress();
            if (address.length != first.length) {
                return false;
            }
            int free = first.length * Byte.SIZE - bits;
            return new BigInteger(1, address).shiftRight(free).equals(new BigInteger(1, first).shiftRight(free));
        }
    }
}
