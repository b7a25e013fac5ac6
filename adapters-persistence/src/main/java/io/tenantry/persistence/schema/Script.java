package io.tenantry.persistence.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL file of the class path.
 *
 * @param name of the file
 */
record Script(String name, String sql) {

    private static final Pattern VERSIONED = Pattern.compile("V(\\d{3})__\\w+\\.sql");

    /** @param path from {@code db/} on */
    static Script load(String path) {
        try (InputStream file = Script.class.getResourceAsStream("/db/" + path)) {
            if (file == null) {
                throw new IllegalStateException("the class path lacks db/" + path);
            }
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(path.substring(path.lastIndexOf('/') + 1), sql);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** 1 of {@code V001__….sql}. */
    int version() {
        Matcher parts = VERSIONED.matcher(name);
        if (!parts.matches()) {
            throw new IllegalStateException(name + " bears no version");
        }
        return Integer.parseInt(parts.group(1));
    }

    /** SHA-256, in hexadecimal. */
    String checksum() {
        return sha256(sql);
    }

    static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
