package io.tenantry.http.api.user;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** JPEGs that are drawn over and over. */
final class Jpegs {
    private static final int SCAN = 0xDA;

    private Jpegs() {}

    /** With the first scan again and again behind the others, until it has so many. */
    static byte[] ofScans(int width, int height, int scans) {
        byte[] jpeg = progressive(width, height);
        int start = marker(jpeg, 0, SCAN);
        byte[] again = Arrays.copyOfRange(jpeg, start, endOfScan(jpeg, start));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, jpeg.length - 2);
        for (int count = scans(jpeg); count < scans; count++) {
            bytes.writeBytes(again);
        }
        bytes.write(jpeg, jpeg.length - 2, 2);
        return bytes.toByteArray();
    }

    static byte[] progressive(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            BufferedImage image = Pictures.striped(width, height, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** With such a segment behind the first marker. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        int length = data.length + 2;
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(data);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int at = marker(jpeg, 0, SCAN); at < jpeg.length; at = marker(jpeg, at + 1, SCAN)) {
            scans++;
        }
        return scans;
    }

    private static int marker(byte[] jpeg, int from, int marker) {
        int at = from;
        while (at < jpeg.length - 1 && !(jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) marker)) {
            at++;
        }
        return at < jpeg.length - 1 ? at : jpeg.length;
    }

    private static int endOfScan(byte[] jpeg, int start) {
        int at = start + 2;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] == 0) {
            at++;
        }
        return at;
    }
}
