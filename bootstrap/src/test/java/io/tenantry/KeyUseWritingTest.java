package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyUseWritingTest {

    @Test
    void a_time_that_fails_does_not_end_the_writing() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(2);
        KeyUseWriting writing = KeyUseWriting.start(() -> {
            times.countDown();
            throw new IllegalStateException("the database is away");
        });
        try (writing) {
            assertThat(times.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_was_counted_since_is_written_at_the_end_and_once() {
        AtomicInteger times = new AtomicInteger();
        KeyUseWriting writing = KeyUseWriting.start(times::incrementAndGet);

        writing.close();
        writing.close();

        assertThat(times).hasValue(1);
    }

    @Test
    void the_end_waits_for_the_time_that_is_under_way() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        KeyUseWriting writing = KeyUseWriting.start(() -> {
            begun.countDown();
            awaitQuietly(mayEnd);
            ended.incrementAndGet();
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closer = new Thread(writing::close);
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        mayEnd.countDown();
        closer.join();

        assertThat(ended).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
