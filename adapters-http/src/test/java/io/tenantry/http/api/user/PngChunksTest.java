package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PngChunksTest {
    @Test
    void a_file_that_is_nothing_but_a_picture_stays_as_it_is() throws IOException {
        byte[] png = Pictures.grayPng(3, 3, 3);
        assertThat(PngChunks.essential(png)).isEqualTo(png);
    }

    @Test
    void what_the_decoder_would_unfold_is_left_out() throws IOException {
        byte[] essential = PngChunks.essential(Pictures.pngWithBombOfText());
        assertThat(essential).hasSizeLessThan(200);
        assertThat(new String(essential, StandardCharsets.ISO_8859_1))
                .contains("IHDR", "PLTE", "IDAT", "IEND")
                .doesNotContain("zTXt");
    }

    @Test
    void what_stands_behind_the_end_is_left_out() throws IOException {
        byte[] end = Pictures.chunk("IEND");
        byte[] header = Pictures.chunk("IHDR", Pictures.header(1, 1, 0));
        byte[] more = Pictures.chunk("IDAT", new byte[100]);
        assertThat(PngChunks.essential(Pictures.pngOf(header, end, more))).isEqualTo(Pictures.pngOf(header, end));
    }
}
