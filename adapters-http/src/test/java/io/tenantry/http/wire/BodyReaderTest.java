package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private static final long IDLE_BEFORE = 30_000;
    private static final int LIMIT = BodyLimit.JSON.bytes();

    private final BodyWaits waits = new BodyWaits(1, Duration.ofSeconds(5));
    private final List<Long> idleMillis = new ArrayList<>();
    private long now;

    @Test
    void a_body_that_trickles_in_is_given_up_after_five_seconds() {
        refuses(408, () -> BodyReader.read(body(trickle(TimeUnit.MILLISECONDS.toNanos(100)), -1), LIMIT));
        assertThat(now).isBetween(TimeUnit.SECONDS.toNanos(5), TimeUnit.SECONDS.toNanos(6));
    }

    @Test
    void a_picture_may_take_four_times_as_long() {
        int times = BodyLimit.PICTURE.waits();
        refuses(408, () -> BodyReader.read(body(trickle(TimeUnit.MILLISECONDS.toNanos(100)), -1, times), LIMIT));
        assertThat(now).isBetween(TimeUnit.SECONDS.toNanos(20), TimeUnit.SECONDS.toNanos(21));
    }

    @Test
    void a_body_that_trickles_in_is_thrown_away_for_five_seconds_at_most() {
        refuses(408, () -> BodyReader.discard(body(trickle(TimeUnit.MILLISECONDS.toNanos(100)), -1)));
        assertThat(now).isBetween(TimeUnit.SECONDS.toNanos(5), TimeUnit.SECONDS.toNanos(6));
    }

    @Test
    void a_body_without_end_is_given_up_at_its_limit() {
        refuses(413, () -> BodyReader.read(body(trickle(0), -1), LIMIT));
    }

    @Test
    void a_body_is_read_whole() throws IOException {
        assertThat(BodyReader.read(body(InputStream.nullInputStream(), -1), LIMIT))
                .isEmpty();
        byte[] bytes = new byte[BodyLimit.JSON.bytes()];
        assertThat(BodyReader.read(body(new ByteArrayInputStream(bytes), bytes.length), LIMIT))
                .hasSize(BodyLimit.JSON.bytes());
    }

    @Test
    void what_has_arrived_needs_no_place_to_wait_in() throws IOException {
        waits.begin();
        byte[] bytes = new byte[BodyLimit.JSON.bytes()];
        assertThat(BodyReader.read(body(new ByteArrayInputStream(bytes), bytes.length), LIMIT))
                .hasSize(BodyLimit.JSON.bytes());
        assertThat(BodyReader.discard(body(new ByteArrayInputStream(bytes), bytes.length)))
                .isTrue();
    }

    @Test
    void what_has_not_arrived_is_not_waited_for_without_a_place() {
        waits.begin();
        refuses(503, () -> BodyReader.read(body(trickle(0), 10), LIMIT));
        refuses(503, () -> BodyReader.discard(body(trickle(0), 10)));
    }

    @Test
    void each_read_waits_no_longer_than_what_is_left_and_the_place_is_given_back() throws IOException {
        try (IncomingBody body = body(three(trickle(TimeUnit.SECONDS.toNanos(2))), 3)) {
            assertThat(BodyReader.read(body, LIMIT)).hasSize(3);
            assertThat(idleMillis).containsExactly(5001L, 3001L, 1001L);
            assertThat(waits.free()).isZero();
        }
        assertThat(waits.free()).isEqualTo(1);
        assertThat(idleMillis).endsWith(IDLE_BEFORE);
    }

    private IncomingBody body(InputStream in, long announced) {
        return body(in, announced, 1);
    }

    private IncomingBody body(InputStream in, long announced, int times) {
        return new IncomingBody(in, announced, waits, times, () -> now, idleMillis::add, IDLE_BEFORE);
    }

    private static void refuses(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WireFailure.class,
                        failure -> assertThat(failure.status()).isEqualTo(status));
    }

    private static InputStream three(InputStream endless) {
        return new InputStream() {
            private int left = 3;

            @Override
            public int read() throws IOException {
                return left-- > 0 ? endless.read() : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return left-- > 0 ? endless.read(buffer, offset, length) : -1;
            }
        };
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
