package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.http.auth.TokenForge.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that does not answer: one reader waits for it, and nobody else. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HangingKeysTest {
    private final ManualClock clock = new ManualClock();
    private final SigningKey key = new SigningKey("first", TokenForge.newPair(), Instant.EPOCH);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private volatile boolean hangs;
    private final SigningKeyring keyring = new SigningKeyring(this::read, clock);

    @AfterEach
    void stop() throws InterruptedException {
        answer.countDown();
        callers.shutdown();
        assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void while_one_reads_all_others_go_on_with_the_known_keys() throws Exception {
        keyring.all();
        Future<List<SigningKey>> reader = hangingReader();
        // By one thread, to which every wait would be for ever: the read ends only below.
        for (int i = 0; i < 1000; i++) {
            assertThat(keyring.find("first")).contains(key);
            assertThat(keyring.find("forged" + i)).isEmpty();
            assertThat(keyring.all()).containsExactly(key);
        }
        assertThat(reads).hasValue(2);
        assertThat(reader.isDone()).isFalse();
        answer.countDown();
        assertThat(reader.get()).containsExactly(key);
    }

    @Test
    void a_second_after_a_slow_read_an_unknown_key_id_makes_the_next_one_and_not_before() throws Exception {
        keyring.all();
        Future<List<SigningKey>> reader = hangingReader();
        clock.advance(Duration.ofSeconds(10));
        answer.countDown();
        reader.get();
        assertThat(keyring.find("forged")).isEmpty();
        assertThat(reads).hasValue(2);
        clock.advance(Duration.ofMillis(1001));
        assertThat(keyring.find("forged")).isEmpty();
        assertThat(reads).hasValue(3);
    }

    @Test
    void who_comes_during_the_first_read_of_all_gets_its_keys() throws Exception {
        Future<List<SigningKey>> reader = hangingReader();
        List<Future<List<SigningKey>>> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            others.add(callers.submit(keyring::all));
        }
        answer.countDown();
        assertThat(reader.get()).containsExactly(key);
        for (Future<List<SigningKey>> other : others) {
            assertThat(other.get()).containsExactly(key);
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void who_waits_too_long_for_the_first_read_of_all_is_told_to_come_again() throws Exception {
        Future<List<SigningKey>> reader = hangingReader();
        assertThatThrownBy(keyring::all).isInstanceOf(Unavailable.class);
        assertThat(reader.isDone()).isFalse();
        assertThat(reads).hasValue(1);
    }

    /** One that has asked the database and waits for its answer. */
    private Future<List<SigningKey>> hangingReader() throws InterruptedException {
        clock.advance(Duration.ofSeconds(31));
        hangs = true;
        Future<List<SigningKey>> reader = callers.submit(keyring::all);
        asked.await();
        return reader;
    }

    private List<SigningKey> read() {
        reads.incrementAndGet();
        if (hangs) {
            asked.countDown();
            await();
        }
        return List.of(key);
    }

    private void await() {
        try {
            answer.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
