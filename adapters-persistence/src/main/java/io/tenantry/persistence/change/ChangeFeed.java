package io.tenantry.persistence.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears, by {@code LISTEN}, what other nodes change. One daemon thread with one connection; when that breaks, another is
 * made, and whoever remembers anything is told to forget all of it.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private static final Duration BEAT_EVERY = Duration.ofMillis(300);
    private static final Duration LINK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataSource database;
    private final String channel;
    private final Consumer<Change> onChange;
    private final Runnable onReconnect;
    private final Beat beat = new Beat();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tenantry-changes");

    /** Whether this outage has been logged; the thread's own. */
    private boolean told;

    /**
     * @param database gives direct connections, not such as a transaction-pooling proxy shares out; one is held
     * @param channel the channel to listen on
     * @param onChange hears of each change
     * @param onReconnect called when changes may have been missed
     */
    public ChangeFeed(DataSource database, String channel, Consumer<Change> onChange, Runnable onReconnect) {
        this.database = database;
        this.channel = channel;
        this.onChange = onChange;
        this.onReconnect = onReconnect;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether every change that was committed over 800 milliseconds ago has been heard of. */
    public boolean isCurrent() {
        return beat.isHeard();
    }

    /** Stops within two seconds. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LINK_TIMEOUT.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        beat.stop();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isClosedAfter(Duration.ZERO)) {
            boolean wasHeard = listenUntilItBreaks();
            pause = wasHeard ? FIRST_PAUSE : longer(pause);
            isClosedAfter(pause);
        }
    }

    /** @return whether the connection worked for a while */
    private boolean listenUntilItBreaks() {
        try (Connection connection = database.getConnection()) {
            listenOn(connection);
        } catch (SQLException | RuntimeException broken) {
            tell(broken);
        }
        boolean wasHeard = beat.wasHeard();
        beat.stop();
        return wasHeard;
    }

    /** Once, not at every try: the first after it worked. */
    private void tell(Exception broken) {
        if (!told) {
            LOG.warn(
                    "Changes made by other nodes are not heard for now, so nothing is cached: {}", broken.getMessage());
        }
        told = true;
    }

    private void listenOn(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, (int) LINK_TIMEOUT.toMillis());
            execute(connection, "listen \"" + channel + '"');
            onReconnect.run();
            while (!isClosedAfter(Duration.ZERO)) {
                beat(connection);
                hearForAWhile(connection.unwrap(PGConnection.class));
            }
            execute(connection, "unlisten *");
        } catch (SQLException broken) {
            // If it came from a pool it must not go back there, still listening.
            connection.abort(Runnable::run);
            throw broken;
        }
    }

    private void beat(Connection connection) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, channel);
            notify.setString(2, beat.now());
            notify.execute();
        }
    }

    private void hearForAWhile(PGConnection connection) throws SQLException {
        long end = System.nanoTime() + BEAT_EVERY.toNanos();
        long left = BEAT_EVERY.toMillis();
        // What came with the answer to the beat, the beat itself above all; the other call would wait for more first.
        hear(connection.getNotifications());
        told = false;
        while (left > 0 && !isClosedAfter(Duration.ZERO)) {
            hear(connection.getNotifications((int) left));
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    private void hear(PGNotification[] notifications) {
        for (PGNotification notification : notifications) {
            beat.hear(notification.getParameter());
            Change.parse(notification.getParameter()).ifPresent(onChange);
        }
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
