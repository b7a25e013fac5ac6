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
    /** Where the header, as the first chunk, has it; the depth of a sample stands before it. */
    private static final int COLOUR_TYPE = 25;

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

    /**
     * How much a pixel unfolds to, by what the header says (section 11.2.1), which the decoder requires to come first.
     *
     * @throws IOException if there is no such kind of pixel
     */
    static int bitsOfPixel(byte[] png) throws IOException {
        if (png.length <= COLOUR_TYPE) {
            throw new IOException("breaks off");
        }
        int samples = switch (png[COLOUR_TYPE]) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            case 6 -> 4;
            default -> throw new IOException("unknown type of colour");
        };
        return samples * (png[COLOUR_TYPE - 1] & 0xFF);
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
