package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private long now;

    @Test
    void a_body_that_trickles_in_is_given_up_after_twenty_seconds() {
        assertThatThrownBy(() -> BodyReader.read(trickle(TimeUnit.MILLISECONDS.toNanos(100)), () -> now))
                .isInstanceOfSatisfying(
                        WireFailure.class,
                        failure -> assertThat(failure.status()).isEqualTo(408));
        assertThat(now).isBetween(TimeUnit.SECONDS.toNanos(20), TimeUnit.SECONDS.toNanos(21));
    }

    @Test
    void a_body_that_trickles_in_is_thrown_away_for_ten_seconds_at_most() throws IOException {
        assertThat(BodyReader.discard(trickle(TimeUnit.MILLISECONDS.toNanos(100)), () -> now))
                .isFalse();
        assertThat(now).isBetween(TimeUnit.SECONDS.toNanos(10), TimeUnit.SECONDS.toNanos(11));
    }

    @Test
    void a_body_without_end_is_given_up_at_its_limit() {
        assertThatThrownBy(() -> BodyReader.read(trickle(0), () -> now))
                .isInstanceOfSatisfying(
                        WireFailure.class,
                        failure -> assertThat(failure.status()).isEqualTo(413));
    }

    @Test
    void a_body_is_read_whole() throws IOException {
        assertThat(BodyReader.read(InputStream.nullInputStream(), () -> now)).isEmpty();
        byte[] body = new byte[BodyReader.MAX_BODY];
        assertThat(BodyReader.read(new java.io.ByteArrayInputStream(body), () -> now))
                .hasSize(BodyReader.MAX_BODY);
    }

    /** Gives a byte at a time, for ever, each after a while. */
    private InputStream trickle(long nanosBetween) {
        return new InputStream() {
            @Override
            public int read() {
                now += nanosBetween;
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
    }
}
