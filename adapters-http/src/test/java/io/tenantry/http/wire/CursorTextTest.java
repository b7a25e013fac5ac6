package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.page.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTextTest {
    private static final Cursor CURSOR = new Cursor(
            Instant.parse("2026-01-30T12:00:00.123456Z"), UUID.fromString("0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c"));

    @Test
    void a_cursor_reads_as_it_was_written_to_the_microsecond() {
        assertThat(CursorText.parse(CursorText.of(CURSOR))).contains(CURSOR);
    }

    @Test
    void it_needs_no_escape_in_a_query() {
        assertThat(CursorText.of(CURSOR)).matches("[A-Za-z0-9_-]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "****",
                "\u0000",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_is_none_is_not_read(String text) {
        assertThat(CursorText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 253_402_300_800_000_000L})
    void a_time_that_a_storage_may_not_know_is_none(long micros) {
        byte[] bytes = ByteBuffer.allocate(24).putLong(micros).array();
        assertThat(CursorText.parse(Base64.getUrlEncoder().encodeToString(bytes)))
                .isEmpty();
    }
}
