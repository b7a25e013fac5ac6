package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Overloaded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingGateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch hashing = new CountDownLatch(1);

    @AfterEach
    void stop() {
        hashing.countDown();
        threads.shutdownNow();
    }

    @Test
    void R_B6_no_more_hash_at_once_than_may() throws Exception {
        HashingGate gate = new HashingGate(2, 20, LONG);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<Future<?>> runs = IntStream.range(0, 20)
                .<Future<?>>mapToObj(run -> threads.submit(() -> gate.pass(() -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1_000_000);
                    return atOnce.decrementAndGet();
                })))
                .toList();
        for (Future<?> run : runs) {
            run.get(1, TimeUnit.MINUTES);
        }

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void R_B6_whoever_comes_when_too_many_wait_is_refused_at_once_with_a_time_to_retry() throws Exception {
        HashingGate gate = new HashingGate(1, 2, LONG);
        Future<?> running = fill(gate);
        Future<?> second = threads.submit(() -> gate.pass(() -> true));
        Future<?> third = threads.submit(() -> gate.pass(() -> true));
        untilWaiting(gate, 2);

        assertThatThrownBy(() -> gate.pass(() -> true))
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        refused -> assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), LONG));

        hashing.countDown();
        for (Future<?> admitted : List.of(running, second, third)) {
            assertThat(admitted.get(1, TimeUnit.MINUTES)).isEqualTo(true);
        }
    }

    @Test
    void R_B6_whoever_waits_too_long_is_refused_and_leaves_their_place() throws Exception {
        HashingGate gate = new HashingGate(1, 1, Duration.ofMillis(20));
        Future<?> running = fill(gate);

        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() -> gate.pass(() -> true)).isInstanceOf(Overloaded.class);
        }
        hashing.countDown();
        running.get(1, TimeUnit.MINUTES);
        assertThat(gate.pass(() -> true)).isTrue();
    }

    @Test
    void a_hashing_that_throws_leaves_its_place() {
        HashingGate gate = new HashingGate(1, 0, LONG);

        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() -> gate.pass(() -> {
                        throw new IllegalArgumentException("no hash");
                    }))
                    .hasMessage("no hash");
        }
        assertThat(gate.pass(() -> true)).isTrue();
    }

    @Test
    void whoever_is_interrupted_while_waiting_is_refused_and_stays_interrupted() throws Exception {
        HashingGate gate = new HashingGate(1, 1, LONG);
        Future<?> running = fill(gate);
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> gate.pass(() -> true)).isInstanceOf(Overloaded.class);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted.get(1, TimeUnit.MINUTES)).isTrue();
        hashing.countDown();
        assertThat(running.get(1, TimeUnit.MINUTES)).isEqualTo(true);
    }

    private Future<?> fill(HashingGate gate) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        Future<?> running = threads.submit(() -> gate.pass(() -> {
            inside.countDown();
            return awaited();
        }));
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
        return running;
    }

    private boolean awaited() {
        try {
            return hashing.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void untilWaiting(HashingGate gate, int wanted) {
        while (gate.waiting() < wanted) {
            Thread.onSpinWait();
        }
    }
}
