package io.tenantry.persistence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An event of a tenant's audit as its digest sees it: all that is kept of it, of the device a salted digest alone. Every text is
 * what stands in the column; the exact bytes are in the README of this module, so that other programs can verify a chain too.
 *
 * @param micros since 1970-01-01T00:00Z, in decimal
 * @param data its texts by their names; a text is absent only where a row was changed to hold something else
 * @param deviceDigest in hexadecimal
 */
record CanonicalEvent(
        String id,
        String micros,
        String action,
        String actorKind,
        Optional<String> actorId,
        Optional<String> subject,
        Optional<String> targetType,
        Optional<String> targetId,
        String outcome,
        Map<String, Optional<String>> data,
        String deviceDigest) {

    /** Of this form. Another would have another name. */
    private static final String FORM = "tenantry-audit-1";

    /** Of names, by their bytes: not by Java's characters, of which no other program knows. */
    private static final Comparator<String> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    /** SHA-256 of {@link #bytes}. */
    byte[] digest() {
        return Sha256.of(bytes());
    }

    byte[] bytes() {
        Netstrings parts = new Netstrings()
                .add(FORM)
                .add(id)
                .add(micros)
                .add(action)
                .add(actorKind)
                .add(actorId)
                .add(subject)
                .add(targetType)
                .add(targetId)
                .add(outcome)
                .add(deviceDigest)
                .add(Integer.toString(data.size()));
        Map<String, Optional<String>> sorted = new TreeMap<>(BY_BYTES);
        sorted.putAll(data);
        sorted.forEach((name, text) -> parts.add(name).add(text));
        return parts.bytes();
    }

    /**
     * The digest of a device, in hexadecimal: without the salt nobody can try which address it was.
     *
     * @param salt in hexadecimal
     */
    static String deviceDigest(String salt, Optional<String> address, Optional<String> userAgent) {
        byte[] device = new Netstrings().add(address).add(userAgent).bytes();
        return HexFormat.of().formatHex(Sha256.of(HexFormat.of().parseHex(salt), device));
    }

    /** The digest of an event and of all before it. */
    static byte[] link(byte[] before, byte[] digest) {
        return Sha256.of(before, digest);
    }
}
