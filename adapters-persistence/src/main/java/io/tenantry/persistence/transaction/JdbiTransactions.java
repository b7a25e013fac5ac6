package io.tenantry.persistence.transaction;

import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.change.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** Transactions of PostgreSQL at its default isolation level, read committed: rules are kept by locks and indexes. */
public final class JdbiTransactions implements Transactions {

    private final Jdbi jdbi;
    private final CurrentTransaction current;
    private final Consumer<Change> onChange;

    /** @param onChange hears of each change once its transaction has ended, before the caller goes on */
    public JdbiTransactions(Jdbi jdbi, CurrentTransaction current, Consumer<Change> onChange) {
        this.jdbi = jdbi;
        this.current = current;
        this.onChange = onChange;
    }

    @Override
    public <T> T inTenant(TenantId tenant, Supplier<T> work) {
        return run(Scope.of(tenant), handle -> handle.attach(ScopeDao.class).tenant(tenant), work);
    }

    @Override
    public <T> T acrossTenants(Supplier<T> work) {
        return run(Scope.ALL, handle -> handle.attach(ScopeDao.class).all(), work);
    }

    @Override
    public <T> T outsideTenants(Supplier<T> work) {
        return run(Scope.NONE, handle -> {}, work);
    }

    private <T> T run(Scope scope, Consumer<Handle> enter, Supplier<T> work) {
        current.requireNone();
        List<Runnable> afterCommit = new ArrayList<>();
        T result = DatabaseFailures.translating(() -> {
            try (Handle handle = jdbi.open()) {
                current.begin(handle, scope, afterCommit);
                return onHandle(handle, enter, work);
            }
        });
        // The connection is back in the pool: what follows may take its time.
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private <T> T onHandle(Handle handle, Consumer<Handle> enter, Supplier<T> work) {
        try {
            return inTransaction(handle, enter, work);
        } finally {
            // After a commit that failed too: it may have happened all the same.
            current.end().forEach(onChange);
        }
    }

    private <T> T inTransaction(Handle handle, Consumer<Handle> enter, Supplier<T> work) {
        try {
            // The driver sends BEGIN together with the first statement.
            handle.begin();
            enter.accept(handle);
            T result = work.get();
            current.beforeCommit();
            requireSound(handle);
            handle.commit();
            return result;
        } catch (RuntimeException | Error failed) {
            rollBack(handle, failed);
            throw failed;
        }
    }

    /** After an error that the work passed over, PostgreSQL answers COMMIT by rolling back, and the driver says nothing. */
    private static void requireSound(Handle handle) {
        try {
            PgConnection connection = handle.getConnection().unwrap(PgConnection.class);
            if (connection.getTransactionState() == TransactionState.FAILED) {
                throw new SQLException("an error was passed over, so nothing of this can be committed", "25P02");
            }
        } catch (SQLException spoilt) {
            throw DatabaseFailures.translated(spoilt);
        }
    }

    private static void rollBack(Handle handle, Throwable failed) {
        try {
            handle.rollback();
        } catch (JdbiException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
