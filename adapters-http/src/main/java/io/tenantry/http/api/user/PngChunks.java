package io.tenantry.http.api.user;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The chunks of a PNG (W3C PNG, section 5). Texts, profiles and times are left out before the decoder sees them: it would
 * unfold them whole, however large they become.
 */
final class PngChunks {
    private static final int SIGNATURE = 8;
    /** Of length, type and checksum. */
    private static final int FRAME = 12;

    private static final int END = type("IEND");
    private static final Set<Integer> ESSENTIAL = Set.of(type("IHDR"), type("PLTE"), type("tRNS"), type("IDAT"), END);

    private PngChunks() {}

    /**
     * The file with those chunks alone that the picture is made of.
     *
     * @throws IOException if it breaks off
     */
    static byte[] essential(byte[] png) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, SIGNATURE);
        ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE);
        int type;
        do {
            int start = in.position();
            int length = chunkLength(in);
            type = in.getInt();
            if (ESSENTIAL.contains(type)) {
                kept.write(png, start, length + FRAME);
            }
            in.position(start + length + FRAME);
        } while (type != END);
        return kept.toByteArray();
    }

    private static int chunkLength(ByteBuffer in) throws IOException {
        int length = in.remaining() < FRAME ? -1 : in.getInt();
        if (length < 0 || length > in.remaining() - (FRAME - Integer.BYTES)) {
            throw new IOException("breaks off");
        }
        return length;
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
