package io.tenantry.persistence.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Whether the database can serve. Asks on a thread of its own, one question at a time, so that a database which hangs holds
 * up neither the caller, for longer than two seconds, nor a growing number of threads.
 */
public final class Readiness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NO_ANSWER = "the database does not answer";
    private static final String NOT_MIGRATED = "the migrations have not been run";

    /** No such table, no such schema, no right to it. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000", "42501");

    private final DataSource dataSource;
    private final String sql;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(Readiness::daemon);
    private CompletableFuture<Optional<String>> underWay = CompletableFuture.completedFuture(Optional.empty());

    public Readiness(DataSource dataSource, ControlSchema schema) {
        this.dataSource = dataSource;
        this.sql = "select exists (select from " + schema.quoted()
                + ".flyway_schema_history where version = ? and success)";
    }

    /** Why it cannot, without anything secret; empty if it can. */
    public Optional<String> problem() {
        try {
            return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException noAnswer) {
            return Optional.of(NO_ANSWER);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(NO_ANSWER);
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }

    private synchronized CompletableFuture<Optional<String>> ask() {
        if (underWay.isDone()) {
            underWay = CompletableFuture.supplyAsync(this::look, asking);
        }
        return underWay;
    }

    private Optional<String> look() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, Scripts.newestControlVersion());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? Optional.empty() : Optional.of(NOT_MIGRATED);
            }
        } catch (SQLException failed) {
            return Optional.of(NOT_THERE.contains(String.valueOf(failed.getSQLState())) ? NOT_MIGRATED : NO_ANSWER);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenantry-readiness");
        thread.setDaemon(true);
        return thread;
    }
}
