package io.tenantry.http.api.user;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures to upload, sound and other. */
final class Pictures {
    static final int BLACK = 0xFF000000;
    static final int RED = 0xFFFF0000;
    static final int BLUE = 0xFF0000FF;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Pictures() {}

    static byte[] png(int width, int height) {
        return encoded(striped(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] jpeg(int width, int height) {
        return encoded(striped(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    /** Red to the left of the middle, blue to the right. */
    static BufferedImage striped(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? RED : BLUE);
            }
        }
        return image;
    }

    /** A PNG of one colour that says it is so large, and of whose pixels so many lines are there. */
    static byte[] grayPng(int width, int height, int lines) {
        return pngOf(
                chunk("IHDR", header(width, height, 0)), chunk("IDAT", zeros((width + 1L) * lines)), chunk("IEND"));
    }

    /** A PNG of red, green, blue and opacity, each of 16 bits. */
    static byte[] deepPng(int width, int height) {
        return pngOf(
                chunk("IHDR", header(width, height, 16, 6)),
                chunk("IDAT", zeros((width * 8L + 1) * height)),
                chunk("IEND"));
    }

    /** A PNG with a palette and a text that unfolds to 64 MiB. */
    static byte[] pngWithBombOfText() {
        byte[] keyword = "x\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = zeros(1L << 26);
        ByteBuffer bomb =
                ByteBuffer.allocate(keyword.length + text.length).put(keyword).put(text);
        return pngOf(
                chunk("IHDR", header(1, 1, 3)),
                chunk("zTXt", bomb.array()),
                chunk("PLTE", new byte[] {0, 0, (byte) 255}),
                chunk("IDAT", zeros(2)),
                chunk("IEND"));
    }

    static byte[] pngOf(byte[]... chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SIGNATURE);
        for (byte[] chunk : chunks) {
            bytes.writeBytes(chunk);
        }
        return bytes.toByteArray();
    }

    static byte[] chunk(String type, byte... data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(data.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    static byte[] header(int width, int height, int colours) {
        return header(width, height, 8, colours);
    }

    private static byte[] header(int width, int height, int depth, int colours) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) colours, 0, 0, 0})
                .array();
    }

    private static byte[] zeros(long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] portion = new byte[8192];
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (long left = count; left > 0; left -= portion.length) {
                out.write(portion, 0, (int) Math.min(left, portion.length));
            }
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }
}
