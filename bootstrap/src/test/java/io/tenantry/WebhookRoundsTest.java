package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.DeliverWebhooks.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookRoundsTest {

    private static final Attempt GOOD = Attempt.answered(200);

    private final Queue<Turn> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void what_is_due_is_sent_until_nothing_is_without_waiting_for_the_next_round() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(50);
        Stream.generate(() -> sending(sent::countDown)).limit(50).forEach(due::add);
        try (WebhookRounds rounds = new WebhookRounds(this::take)) {
            rounds.run();

            assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void no_more_than_thirty_two_are_sent_at_once_and_the_caller_never_waits() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(32);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(40);
        Stream.generate(() -> sending(() -> {
                    started.countDown();
                    await(answer);
                    sent.countDown();
                }))
                .limit(40)
                .forEach(due::add);
        try (WebhookRounds rounds = new WebhookRounds(this::take)) {
            rounds.run();
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            rounds.run();

            assertThat(due).hasSize(8);
            assertThat(most).hasValue(32);
            answer.countDown();
            assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void one_that_fails_takes_no_thread_with_it() {
        CountDownLatch sent = new CountDownLatch(1);
        Stream.generate(() -> sending(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .limit(20)
                .forEach(due::add);
        due.add(sending(sent::countDown));
        try (WebhookRounds rounds = new WebhookRounds(this::take)) {
            while (sent.getCount() > 0) {
                rounds.run();
            }
        }
        assertThat(due).isEmpty();
    }

    @Test
    void nothing_is_begun_once_it_is_closed() {
        WebhookRounds rounds = new WebhookRounds(this::take);
        rounds.close();
        due.add(sending(() -> {}));

        rounds.run();

        assertThat(due).hasSize(1);
    }

    private List<Turn> take(int limit) {
        most.accumulateAndGet(limit, Math::max);
        List<Turn> taken = new ArrayList<>();
        Turn next = due.poll();
        while (next != null) {
            taken.add(next);
            next = taken.size() < limit ? due.poll() : null;
        }
        return taken;
    }

    private static Turn sending(Runnable work) {
        return () -> {
            work.run();
            return GOOD;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody answered");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
