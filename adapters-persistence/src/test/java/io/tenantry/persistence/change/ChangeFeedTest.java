package io.tenantry.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.persistence.Poll;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.empty();
    private static final String BACKENDS = "from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and query like '%pg_notify%'";

    private final List<Change> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger reconnects = new AtomicInteger();
    private ChangeFeed feed;

    @BeforeEach
    void listen() {
        feed = new ChangeFeed(DATABASE.server(), "test_changed", heard::add, reconnects::incrementAndGet);
        feed.start();
        Poll.until(feed::isCurrent);
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void what_another_node_tells_is_heard() throws SQLException {
        UUID id = UUID.randomUUID();

        tell("session:" + id);
        tell("user:" + id);
        tell("tenant:" + id);

        Poll.until(() -> heard.size() == 3);
        assertThat(heard)
                .containsExactly(
                        new Change(Change.Kind.SESSION, id),
                        new Change(Change.Kind.USER, id),
                        new Change(Change.Kind.TENANT, id));
    }

    @Test
    void what_makes_no_sense_is_passed_over_and_what_comes_after_is_heard() throws SQLException {
        UUID id = UUID.randomUUID();

        for (String nonsense :
                List.of("", "beat:", "beat:x:y", "session:", "session:x", "SESSION:" + id, "user:" + id + "x")) {
            tell(nonsense);
        }
        tell("user:" + id);

        Poll.until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(new Change(Change.Kind.USER, id));
        assertThat(reconnects).hasValue(1);
    }

    @Test
    void it_stays_current_beyond_the_time_that_one_beat_counts() {
        long end = System.nanoTime() + 1_500_000_000L;

        while (System.nanoTime() < end) {
            Poll.until(feed::isCurrent);
        }
        assertThat(reconnects).hasValue(1);
    }

    @Test
    void a_lost_connection_is_noticed_and_after_the_next_one_is_made_all_is_to_be_forgotten() throws SQLException {
        String killed = Sql.value(DATABASE.superuser(), "select count(pg_terminate_backend(pid)) " + BACKENDS);
        UUID id = UUID.randomUUID();

        assertThat(killed).isEqualTo("1");
        Poll.until(() -> reconnects.get() == 2);
        Poll.until(feed::isCurrent);
        tell("user:" + id);
        Poll.until(() -> heard.contains(new Change(Change.Kind.USER, id)));
    }

    @Test
    void a_closed_feed_is_not_current_and_leaves_no_connection() {
        feed.close();

        assertThat(feed.isCurrent()).isFalse();
        Poll.until(() -> listeners().equals("0"));
    }

    private static String listeners() {
        try {
            return Sql.value(DATABASE.superuser(), "select count(*) " + BACKENDS);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void tell(String payload) throws SQLException {
        Sql.query(DATABASE.server(), "select pg_notify('test_changed', '" + payload + "')");
    }
}
