package io.tenantry.persistence.portability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, each of them bounded: one that is longer is passed over to its end, and never held. */
final class Lines {

    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    /**
     * A line without what ends it.
     *
     * @param number from 1 on
     * @param bytes empty if it is too long
     */
    record Line(long number, Optional<byte[]> bytes) {}

    /** @param longest in bytes */
    Lines(InputStream bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** Empty at the end. */
    Optional<Line> next() throws IOException {
        if (!more()) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (more() && buffer[at] != '\n') {
            length++;
            if (length <= longest) {
                line.write(buffer[at]);
            }
            at++;
        }
        at++;
        number++;
        return Optional.of(new Line(number, length <= longest ? Optional.of(line.toByteArray()) : Optional.empty()));
    }

    private boolean more() throws IOException {
        if (at < end) {
            return true;
        }
        end = bytes.read(buffer);
        at = 0;
        return end > 0;
    }
}
