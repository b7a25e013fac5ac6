package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much work a picture may make. */
class PictureFileTest {
    private static final byte[] SCAN = {(byte) 0xFF, (byte) 0xDA};

    @Test
    void R_B6_a_jpeg_is_drawn_20_times_at_most() throws IOException {
        assertThat(JpegMarkers.scans(Jpegs.ofScans(64, 64, 20))).isEqualTo(20);
        opens(Jpegs.ofScans(64, 64, 20), PictureFormat.JPEG);
        refuses(Jpegs.ofScans(64, 64, 21), PictureFormat.JPEG);
    }

    @Test
    void R_B6_a_jpeg_that_is_drawn_more_than_once_has_2048_pixels_on_a_side_at_most() throws IOException {
        opens(Jpegs.progressive(2048, 16), PictureFormat.JPEG);
        refuses(Jpegs.progressive(2049, 16), PictureFormat.JPEG);
        refuses(Jpegs.progressive(16, 2049), PictureFormat.JPEG);
        opens(Pictures.jpeg(4096, 16), PictureFormat.JPEG);
    }

    @Test
    @Timeout(20)
    void R_B6_the_most_costly_jpeg_is_opened_in_time() throws IOException {
        opens(Jpegs.ofScans(2048, 2048, 20), PictureFormat.JPEG);
    }

    @Test
    void a_small_picture_that_a_camera_put_beside_the_large_one_is_no_scan_of_it() throws IOException {
        byte[] manyScans = new byte[100];
        for (int at = 0; at < manyScans.length; at += SCAN.length) {
            System.arraycopy(SCAN, 0, manyScans, at, SCAN.length);
        }
        opens(Jpegs.withSegment(Pictures.jpeg(4096, 16), 0xE1, manyScans), PictureFormat.JPEG);
    }

    @Test
    void R_B6_scans_do_not_hide_behind_a_marker_whose_length_the_decoder_does_not_heed() {
        byte[] jpeg = Pictures.jpeg(64, 64);
        refuses(Jpegs.withSegment(jpeg, 0x02, new byte[10]), PictureFormat.JPEG);
        assertThatThrownBy(() -> JpegMarkers.scans(Jpegs.withSegment(jpeg, 0xBF, new byte[10])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void what_breaks_off_in_a_segment_is_at_its_end() throws IOException {
        byte[] jpeg = Pictures.jpeg(64, 64);
        assertThat(JpegMarkers.scans(Arrays.copyOf(jpeg, 10))).isZero();
        assertThat(JpegMarkers.scans(Arrays.copyOf(jpeg, jpeg.length - 2))).isEqualTo(1);
        assertThatThrownBy(() -> JpegMarkers.scans(Arrays.copyOf(jpeg, 4))).isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(20)
    void R_B6_a_png_unfolds_to_64_mib_at_most() throws IOException {
        opens(Pictures.deepPng(4096, 2048), PictureFormat.PNG);
        refuses(Pictures.deepPng(4096, 2049), PictureFormat.PNG);
    }

    private static void opens(byte[] file, PictureFormat format) throws IOException {
        assertThat(PictureFile.open(file, format).getWidth()).isPositive();
    }

    private static void refuses(byte[] file, PictureFormat format) {
        assertThatThrownBy(() -> PictureFile.open(file, format)).isInstanceOf(IOException.class);
    }
}
