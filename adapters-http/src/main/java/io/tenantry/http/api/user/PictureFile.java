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
    /** In pixels, of either side of a JPEG that is drawn more than once: each time costs as much as the first. */
    private static final int LONGEST_SIDE_OF_MANY_SCANS = 2048;
    /** Those that cameras and programs write have about ten. */
    private static final int MOST_SCANS = 20;
    /** What a PNG may unfold to: 4096 by 4096 pixels of 32 bits. */
    private static final long MOST_BITS = 4096L * 4096 * 32;

    private PictureFile() {}

    /**
     * The middle square of a picture.
     *
     * @throws IOException if the file is broken, or its picture too large
     * @throws RuntimeException if it is broken in a way for which the decoder has no words
     */
    static BufferedImage open(byte[] file, PictureFormat format) throws IOException {
        if (format == PictureFormat.PNG) {
            byte[] png = PngChunks.essential(file);
            int bits = PngChunks.bitsOfPixel(png);
            return decode(png, format, (width, height) -> (long) width * height * bits <= MOST_BITS);
        }
        int scans = JpegMarkers.scans(file);
        int longest = scans > 1 ? LONGEST_SIDE_OF_MANY_SCANS : LONGEST_SIDE;
        return decode(file, format, (width, height) -> scans <= MOST_SCANS && width <= longest && height <= longest);
    }

    private static BufferedImage decode(byte[] file, PictureFormat format, Bound bound) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            requireBounded(reader.getWidth(0), reader.getHeight(0), bound);
            return reader.read(0, middleSquare(reader, reader.getWidth(0), reader.getHeight(0)));
        } finally {
            reader.dispose();
        }
    }

    private static void requireBounded(int width, int height, Bound bound) throws IOException {
        if (Math.max(width, height) > LONGEST_SIDE || !bound.holds(width, height)) {
            throw new IOException("too large a picture");
        }
    }

    private static ImageReadParam middleSquare(ImageReader reader, int width, int height) {
        int side = Math.min(width, height);
        int step = Math.max(1, side / WANTED_SIDE);
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        wanted.setSourceSubsampling(step, step, 0, 0);
        return wanted;
    }

    /** What decoding may cost, by the sides in pixels. */
    private interface Bound {
        boolean holds(int width, int height);
    }
}
