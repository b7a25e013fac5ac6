package io.tenantry.domain.apikey;

import java.math.BigInteger;
import java.util.Optional;

/** Numbers in the 62 digits {@code 0-9 A-Z a-z}, the highest first, of a fixed length. */
final class Base62 {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final BigInteger RADIX = BigInteger.valueOf(DIGITS.length());

    private Base62() {}

    /** @param unsigned the highest byte first; must fit */
    static String encode(byte[] unsigned, int length) {
        char[] text = new char[length];
        BigInteger rest = new BigInteger(1, unsigned);
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(RADIX);
            text[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException("does not fit");
        }
        return new String(text);
    }

    static String encode(long unsigned, int length) {
        return encode(BigInteger.valueOf(unsigned).toByteArray(), length);
    }

    /** The number, as so many bytes; empty if it has other characters, or does not fit. */
    static Optional<byte[]> decode(String text, int bytes) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(RADIX).add(BigInteger.valueOf(digit));
        }
        return number.bitLength() > bytes * Byte.SIZE ? Optional.empty() : Optional.of(padded(number, bytes));
    }

    private static byte[] padded(BigInteger number, int bytes) {
        byte[] given = number.toByteArray();
        byte[] padded = new byte[bytes];
        int length = Math.min(given.length, bytes);
        System.arraycopy(given, given.length - length, padded, bytes - length, length);
        return padded;
    }
}
