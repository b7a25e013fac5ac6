package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    @Test
    void a_delivery_that_fails_does_not_end_the_schedule() throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(3);
        Schedules schedules = Schedules.start(() -> {
            calls.countDown();
            throw new IllegalStateException("the database is away");
        });
        try (schedules) {
            assertThat(calls.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void batches_follow_one_another_until_nothing_is_due() throws InterruptedException {
        AtomicInteger batches = new AtomicInteger();
        CountDownLatch empty = new CountDownLatch(1);
        Schedules schedules = Schedules.start(() -> {
            if (batches.incrementAndGet() <= 5) {
                return 1;
            }
            empty.countDown();
            return 0;
        });
        try (schedules) {
            assertThat(empty.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closing_lets_the_delivery_under_way_finish_and_begins_no_other() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Schedules schedules = Schedules.start(() -> {
            begun.countDown();
            awaitQuietly(mayEnd);
            ended.incrementAndGet();
            return 1;
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closer = new Thread(schedules::close);
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        mayEnd.countDown();
        closer.join();

        assertThat(ended).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
