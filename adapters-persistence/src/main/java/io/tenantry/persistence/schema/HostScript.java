package io.tenantry.persistence.schema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL file of the host's, for each tenant's schema.
 *
 * @param name of the file
 * @param version none if it is run again whenever it changes
 * @param sql its lines end with a line feed, however they ended in the file
 */
record HostScript(String name, Optional<HostVersion> version, String sql) {

    private static final Pattern NAME =
            Pattern.compile("(?:V(?<version>\\d+(?:[._]\\d+)*)|R)__[^\\p{C}/\\\\]+\\.sql", Pattern.UNICODE_CASE);
    private static final int LONGEST_NAME = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @throws IllegalArgumentException that names the file, if it is none that could be run */
    static HostScript of(String name, byte[] content) {
        Matcher parts = NAME.matcher(name);
        if (name.length() > LONGEST_NAME || !parts.matches()) {
            throw new IllegalArgumentException(
                    name + " is not named as a migration: V<version>__<name>.sql or R__<name>.sql would do");
        }
        Optional<HostVersion> version =
                Optional.ofNullable(parts.group("version")).map(HostVersion::of);
        return new HostScript(name, version, sql(name, content));
    }

    /** SHA-256, in hexadecimal. */
    String checksum() {
        return Script.sha256(sql);
    }

    /** Line ends depend on where a file was checked out; what is in the database must not. */
    private static String sql(String name, byte[] content) {
        String text = decoded(name, content).replace("\r\n", "\n");
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " holds a NUL, which PostgreSQL does not take");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decoded(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException(name + " is not encoded in UTF-8", malformed);
        }
    }
}
