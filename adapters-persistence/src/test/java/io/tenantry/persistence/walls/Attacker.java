package io.tenantry.persistence.walls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Lets something befall a transaction, with a second connection of the same role and a second thread. */
final class Attacker implements AutoCloseable {

    private static final String SLEEP = "select pg_sleep(60)";
    private static final String ASLEEP = "pid = ? and state = 'active' and query like '%pg_sleep%'";
    private static final long PATIENCE_SECONDS = 30;

    private final Connection second;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    Attacker(DataSource direct) throws SQLException {
        this.second = direct.getConnection();
    }

    /** @throws SQLException or whatever else befalls it */
    void run(Attack attack, Connection connection) throws SQLException {
        switch (attack) {
            case NONE -> {}
            case ROLLED_BACK -> throw new IllegalArgumentException("rolled back");
            case ERROR -> execute(connection, "select 1 / 0");
            case ERROR_PASSED_OVER -> passOver(connection);
            case SETTINGS_LEFT_BEHIND -> leaveSettings(connection);
            case TIMED_OUT -> execute(connection, "set local statement_timeout = '2ms'; " + SLEEP);
            case CANCELLED_BY_ITSELF -> cancelByItself(connection);
            case CANCELLED_BY_ANOTHER -> sleepUntil("pg_cancel_backend(pid)", connection);
            case DISCONNECTED -> disconnect(connection);
            case TERMINATED -> sleepUntil("pg_terminate_backend(pid)", connection);
        }
    }

    @Override
    public void close() throws SQLException {
        thread.shutdownNow();
        second.close();
    }

    private static void passOver(Connection connection) {
        try {
            execute(connection, "select 1 / 0");
        } catch (SQLException passedOver) {
            assert passedOver.getSQLState() != null;
        }
    }

    private static void leaveSettings(Connection connection) throws SQLException {
        execute(connection, "select set_config('tenantry.scope', 'all', false)");
        execute(connection, "set search_path = public");
        execute(connection, "set statement_timeout = '1h'");
        throw new IllegalArgumentException("rolled back");
    }

    private static void disconnect(Connection connection) throws SQLException {
        execute(connection, "select pg_terminate_backend(pg_backend_pid())");
        execute(connection, "select 1");
    }

    private void cancelByItself(Connection connection) throws SQLException {
        int backend = backendOf(connection);
        try (Statement sleep = connection.createStatement()) {
            Future<Boolean> cancelling = thread.submit(() -> {
                untilTrue("true", backend);
                sleep.cancel();
                return true;
            });
            sleepAnd(cancelling, () -> sleep.execute(SLEEP));
        }
    }

    /** @param end what the other connection does once this one sleeps */
    private void sleepUntil(String end, Connection connection) throws SQLException {
        int backend = backendOf(connection);
        Future<Boolean> ending = thread.submit(() -> untilTrue(end, backend));
        sleepAnd(ending, () -> {
            execute(connection, SLEEP);
            return true;
        });
    }

    /** Waits for the other thread too: so that nothing of it befalls a later transaction. */
    private static void sleepAnd(Future<Boolean> other, Callable<Boolean> sleep) throws SQLException {
        try {
            sleep.call();
        } catch (SQLException | RuntimeException befell) {
            throw befell;
        } catch (Exception never) {
            throw new IllegalStateException(never);
        } finally {
            await(other);
        }
    }

    private static void await(Future<Boolean> other) {
        try {
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the attack itself failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean untilTrue(String condition, int backend) throws SQLException {
        String sql = "select " + condition + " from pg_stat_activity where " + ASLEEP;
        try (PreparedStatement look = second.prepareStatement(sql)) {
            look.setInt(1, backend);
            while (!isTrue(look)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            return true;
        }
    }

    private static boolean isTrue(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static int backendOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
