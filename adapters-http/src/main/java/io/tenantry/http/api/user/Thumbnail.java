package io.tenantry.http.api.user;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of 256 by 256 pixels: each is the mean of those that it stands for. Needs no display and no drawing library. */
final class Thumbnail {
    private static final int SIDE = 256;

    private final int[] pixels;
    private final int side;

    private Thumbnail(BufferedImage square) {
        this.side = Math.min(square.getWidth(), square.getHeight());
        this.pixels = square.getRGB(0, 0, side, side, null, 0, side);
    }

    /** As PNG, of nothing but pixels. */
    static byte[] of(BufferedImage square) throws IOException {
        Thumbnail thumbnail = new Thumbnail(square);
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                small.setRGB(x, y, thumbnail.mean(x, y));
            }
        }
        return png(small);
    }

    /** The mean colour, each counted by how opaque it is. */
    private int mean(int x, int y) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        for (int row = first(y); row < end(y); row++) {
            for (int column = first(x); column < end(x); column++) {
                int pixel = pixels[row * side + column];
                int opacity = pixel >>> 24;
                alpha += opacity;
                red += (long) opacity * ((pixel >> 16) & 0xFF);
                green += (long) opacity * ((pixel >> 8) & 0xFF);
                blue += (long) opacity * (pixel & 0xFF);
                count++;
            }
        }
        long weight = Math.max(1, alpha);
        return (int) (((alpha / count * 256 + red / weight) * 256 + green / weight) * 256 + blue / weight);
    }

    private int first(int at) {
        return at * side / SIDE;
    }

    private int end(int at) {
        return Math.max(first(at) + 1, first(at + 1));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not on the stream itself: a cache would be made on the disk.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
