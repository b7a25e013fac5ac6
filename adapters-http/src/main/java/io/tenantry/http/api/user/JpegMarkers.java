package io.tenantry.http.api.user;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The markers of a JPEG (ITU-T T.81, annex B), as the decoder comes upon them: not those in a segment's own data. */
final class JpegMarkers {
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    /** Those below are reserved, and the decoder passes over some of them without their length. */
    private static final int FIRST_KNOWN = 0xC0;

    private JpegMarkers() {}

    /**
     * How often the picture is drawn over.
     *
     * @throws IOException if the file is broken
     */
    static int scans(byte[] jpeg) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(jpeg).position(2);
        int scans = 0;
        for (int marker = next(in); marker != END; marker = next(in)) {
            if (marker == SCAN) {
                scans++;
            }
            if (marker < FIRST_RESTART || marker > LAST_RESTART) {
                skipSegment(in, marker);
            }
        }
        return scans;
    }

    /** What stands before it is passed over, as a scan is; the end of the file is one of the picture. */
    private static int next(ByteBuffer in) {
        boolean marked = false;
        while (in.hasRemaining()) {
            int octet = in.get() & 0xFF;
            if (marked && octet != 0 && octet != 0xFF) {
                return octet;
            }
            marked = octet == 0xFF;
        }
        return END;
    }

    private static void skipSegment(ByteBuffer in, int marker) throws IOException {
        int length = in.remaining() < Short.BYTES ? 0 : in.getShort() & 0xFFFF;
        if (marker < FIRST_KNOWN || length < Short.BYTES) {
            throw new IOException("broken segment");
        }
        in.position(Math.min(in.limit(), in.position() + length - Short.BYTES));
    }
}
