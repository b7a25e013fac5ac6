package io.tenantry.http.api.user;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture that a stranger made. Its size is looked at before any of it is decoded, and of a large one only every
 * so many pixels are kept: so a small file that unfolds to a huge picture costs no memory.
 */
final class PictureFile {
    /** In pixels, of either side. */
    private static final int LONGEST_SIDE = 4096;
    /** Enough to make a thumbnail of. */
    private static final int WANTED_SIDE = 512;
    /** A JPEG may be drawn over and over, each time at full cost; those that cameras and programs write have about ten passes. */
    private static final int MOST_SCANS = 64;

    private PictureFile() {}

    /**
     * The middle square of a picture.
     *
     * @throws IOException if the file is broken, or its picture too large
     * @throws RuntimeException if it is broken in a way for which the decoder has no words
     */
    static BufferedImage open(byte[] file, PictureFormat format) throws IOException {
        return decode(format == PictureFormat.PNG ? PngChunks.essential(file) : requireFewScans(file), format);
    }

    private static BufferedImage decode(byte[] file, PictureFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reader.read(0, middleSquare(reader, reader.getWidth(0), reader.getHeight(0)));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam middleSquare(ImageReader reader, int width, int height) throws IOException {
        if (Math.max(width, height) > LONGEST_SIDE) {
            throw new IOException("too large a picture");
        }
        int side = Math.min(width, height);
        int step = Math.max(1, side / WANTED_SIDE);
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        wanted.setSourceSubsampling(step, step, 0, 0);
        return wanted;
    }

    /** Counts what could be the beginning of a scan (ITU-T T.81, B.1.1.3): in the scans themselves it does not occur. */
    private static byte[] requireFewScans(byte[] jpeg) throws IOException {
        int scans = 0;
        for (int at = 1; at < jpeg.length; at++) {
            if (jpeg[at - 1] == (byte) 0xFF && jpeg[at] == (byte) 0xDA) {
                scans++;
            }
        }
        if (scans > MOST_SCANS) {
            throw new IOException("too many scans");
        }
        return jpeg;
    }
}
