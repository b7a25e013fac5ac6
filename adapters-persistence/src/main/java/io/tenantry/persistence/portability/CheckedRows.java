package io.tenantry.persistence.portability;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipException;

/** The rows of an entry: never more than were announced, and at their end the very ones that were. */
final class CheckedRows extends FilterInputStream {

    private final Manifest.Entry announced;
    private final MessageDigest sha256 = Sha256.digest();
    private long bytes;
    private long rows;
    private boolean ended;

    CheckedRows(InputStream in, Manifest.Entry announced) {
        super(in);
        this.announced = announced;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = readInside(into, from, length);
        if (count > 0) {
            sha256.update(into, from, count);
            bytes += count;
            rows += Sha256.lineBreaks(into, from, count);
            require(bytes <= announced.bytes());
        } else if (count < 0 && !ended) {
            ended = true;
            require(bytes == announced.bytes()
                    && rows == announced.rows()
                    && HexFormat.of().formatHex(sha256.digest()).equals(announced.sha256()));
        }
        return count;
    }

    private int readInside(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (ZipException | EOFException spoilt) {
            throw damaged(spoilt);
        }
    }

    private void require(boolean asAnnounced) {
        if (!asAnnounced) {
            throw damaged(null);
        }
    }

    private PortabilityRefused damaged(Exception cause) {
        return new PortabilityRefused(
                "the archive was changed or damaged: " + announced.name() + " is not what its manifest.json says",
                cause);
    }
}
