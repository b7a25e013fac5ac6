package io.tenantry.persistence.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes that count on one database. */
class KeyUsesOnNodesTest {

    private static final int THREADS = 8;
    private static final long QUOTA = 1_000;
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests one;
    private static PersistenceForTests other;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);
    private final Instant now = TimeFixture.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @BeforeAll
    static void open() {
        one = PersistenceForTests.on(DATABASE, 4);
        other = PersistenceForTests.on(DATABASE, 4);
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void counts_of_two_nodes_add_up_exactly_while_both_write() throws Exception {
        StoredKey first = StoredKey.in(one.ports());
        first.withQuota(Long.MAX_VALUE, one.ports());
        StoredKey second = first.sister(one.ports());
        List<Callable<Long>> work = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            PostgresPersistence node = node(number);
            KnownKey key = (number < THREADS / 2 ? first : second).known(node);
            work.add(() -> admitted(node, key, 2_000, 3));
        }
        work.add(() -> written(one.ports(), 40));
        work.add(() -> written(other.ports(), 40));

        all(work);
        written(one.ports(), 1);
        written(other.ports(), 1);

        for (StoredKey key : List.of(first, second)) {
            assertThat(key.usage(today, today, one.ports())).containsExactly(new DailyUse(today, 8_000, 24_000));
            assertThat(key.use(one.ports()).requests()).isEqualTo(8_000);
        }
        written(one.ports(), 1);
        assertThat(used(first, one)).isEqualTo(48_000);
        assertThat(used(second, other)).isEqualTo(48_000);
    }

    /** In each round both admit what they can up to a bound, and then exchange: that bound is what either does not know of the other. */
    @Test
    void in_a_race_of_two_nodes_a_quota_is_exceeded_by_no_more_than_is_admitted_between_two_exchanges()
            throws Exception {
        StoredKey key = StoredKey.in(one.ports());
        key.withQuota(QUOTA, one.ports());
        long admitted = 0;
        long inRound = THREADS * 5L;
        for (int round = 0; round < 60; round++) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                PostgresPersistence node = node(number);
                KnownKey known = key.known(node);
                work.add(() -> admitted(node, known, 5, 1));
            }
            admitted += LongStream.of(all(work)).sum();
            written(one.ports(), 1);
            written(other.ports(), 1);
        }

        assertThat(admitted).isBetween(QUOTA, QUOTA + inRound);
        written(one.ports(), 1);
        assertThat(used(key, one)).isEqualTo(admitted);
        assertThat(used(key, other)).isEqualTo(admitted);
        assertThat(key.usage(today, today, one.ports())).containsExactly(new DailyUse(today, admitted, admitted));
    }

    @Test
    void one_node_alone_never_exceeds_a_quota_while_it_writes() throws Exception {
        StoredKey key = StoredKey.in(one.ports());
        key.withQuota(QUOTA, one.ports());
        KnownKey known = key.known(one.ports());
        List<Callable<Long>> work = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            work.add(() -> admitted(one.ports(), known, 1_000, 1));
        }
        work.add(() -> {
            written(one.ports(), 40);
            return 0L;
        });

        assertThat(LongStream.of(all(work)).sum()).isEqualTo(QUOTA);
    }

    @Test
    void what_a_node_heard_of_a_tenant_is_known_before_its_first_request_there() {
        StoredKey key = StoredKey.in(one.ports());
        key.withQuota(10, one.ports());
        KnownKey readBefore = key.known(other.ports());
        admitted(one.ports(), key.known(one.ports()), 10, 1);
        written(one.ports(), 1);

        written(other.ports(), 1);

        assertThat(readBefore.used().at(now)).isZero();
        assertThat(admitted(other.ports(), readBefore, 1, 1)).isZero();
    }

    private static PostgresPersistence node(int number) {
        return (number % 2 == 0 ? one : other).ports();
    }

    /** How many requests of so many. */
    private long admitted(PostgresPersistence node, KnownKey key, int times, long units) {
        return LongStream.range(0, times)
                .filter(time -> node.keys().uses().admit(key, false, units, now).admitted())
                .count();
    }

    private long written(PostgresPersistence node, int times) {
        for (int time = 0; time < times; time++) {
            node.keys().uses().write(now);
        }
        return times;
    }

    private long used(StoredKey key, PersistenceForTests node) {
        return node.ports()
                .keys()
                .uses()
                .admit(key.known(node.ports()), false, 0, now)
                .used();
    }

    private long[] all(List<Callable<Long>> work) throws Exception {
        long[] results = new long[work.size()];
        List<Future<Long>> runs = threads.invokeAll(work, 1, TimeUnit.MINUTES);
        for (int i = 0; i < results.length; i++) {
            results[i] = runs.get(i).get();
        }
        return results;
    }
}
