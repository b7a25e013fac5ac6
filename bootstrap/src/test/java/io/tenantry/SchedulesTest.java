package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.DeliverMail.Delivered;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    private static final Delivered ONE = new Delivered(1, 0, 0);
    private static final Delivered NONE = new Delivered(0, 0, 0);

    @Test
    void a_delivery_that_fails_does_not_end_the_schedule() throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(3);
        try (Schedules schedules = new Schedules()) {
            schedules.deliver(
                    () -> {
                        calls.countDown();
                        throw new IllegalStateException("the database is away");
                    },
                    delivered -> {});

            assertThat(calls.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void batches_follow_one_another_until_nothing_is_due_and_each_is_told() {
        AtomicInteger batches = new AtomicInteger();
        List<Delivered> told = new ArrayList<>();

        new MailRounds(() -> batches.incrementAndGet() <= 5 ? ONE : NONE, told::add, () -> false).run();

        assertThat(batches).hasValue(6);
        assertThat(told).hasSize(5).containsOnly(ONE);
    }

    @Test
    void a_full_outbox_holds_nothing_else_up() {
        AtomicInteger batches = new AtomicInteger();

        new MailRounds(
                        () -> {
                            batches.incrementAndGet();
                            return ONE;
                        },
                        delivered -> {},
                        () -> false)
                .run();

        assertThat(batches).hasValue(20);
    }

    @Test
    void mails_that_are_given_up_are_told_in_the_log_once_a_batch() {
        String log = SystemErr.during(
                () -> new MailRounds(new Batches(new Delivered(1, 1, 3)), delivered -> {}, () -> false).run());

        assertThat(log.lines()).singleElement().asString().contains("ERROR", "3 mails were given up");
    }

    @Test
    void closing_lets_the_delivery_under_way_finish_and_begins_no_other() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Schedules schedules = new Schedules();
        schedules.deliver(
                () -> {
                    begun.countDown();
                    awaitQuietly(mayEnd);
                    ended.incrementAndGet();
                    return ONE;
                },
                delivered -> {});
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

    @Test
    void what_takes_long_keeps_no_mail_waiting() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch deliveries = new CountDownLatch(2);
        try (Schedules schedules = new Schedules()) {
            schedules.every(Duration.ofHours(1), Duration.ZERO, "waits", () -> awaitQuietly(never));
            schedules.deliver(
                    () -> {
                        deliveries.countDown();
                        return NONE;
                    },
                    delivered -> {});

            assertThat(deliveries.await(10, TimeUnit.SECONDS)).isTrue();
            never.countDown();
        }
    }

    /** One batch, and then no other. */
    private static final class Batches implements DeliverMail {

        private final Queue<Delivered> batches;

        Batches(Delivered... batches) {
            this.batches = new ArrayDeque<>(List.of(batches));
        }

        @Override
        public Delivered deliver() {
            return batches.isEmpty() ? NONE : batches.remove();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
