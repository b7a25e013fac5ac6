package io.tenantry.domain.apikey;

import java.math.BigInteger;
import java.util.Optional;

/** Numbers in the 62 digits {@code 0-9 A-Z a-z}, the highest first, of a fixed length. */
final class Base62 {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int BASE = 62;

    private static final BigInteger RADIX = BigInteger.valueOf(BASE);

    /** So many digits are a number that a long can hold. */
    private static final int PORTION = 10;

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

    /** @param number not negative; must fit */
    static String encode(long number, int length) {
        char[] text = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest % BASE));
            rest /= BASE;
        }
        if (rest != 0) {
            throw new IllegalArgumentException("does not fit");
        }
        return new String(text);
    }

    /** The number, as so many bytes; empty if it has other characters, or does not fit. */
    static Optional<byte[]> decode(String text, int bytes) {
        BigInteger number = BigInteger.ZERO;
        for (int start = 0; start < text.length(); start += PORTION) {
            int end = Math.min(start + PORTION, text.length());
            long portion = portion(text, start, end);
            if (portion < 0) {
                return Optional.empty();
            }
            number = number.multiply(RADIX.pow(end - start)).add(BigInteger.valueOf(portion));
        }
        return number.bitLength() > bytes * Byte.SIZE ? Optional.empty() : Optional.of(padded(number, bytes));
    }

    /** Negative if there is another character among them. */
    private static long portion(String text, int start, int end) {
        long portion = 0;
        for (int i = start; i < end; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            portion = portion * BASE + digit;
        }
        return portion;
    }

    private static byte[] padded(BigInteger number, int bytes) {
        byte[] given = number.toByteArray();
        byte[] padded = new byte[bytes];
        int length = Math.min(given.length, bytes);
        System.arraycopy(given, given.length - length, padded, bytes - length, length);
        return padded;
    }
}
