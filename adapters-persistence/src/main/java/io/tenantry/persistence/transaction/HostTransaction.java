package io.tenantry.persistence.transaction;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.schema.ControlSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** One transaction of the host's in one tenant, on a connection that goes back to the pool as it came, or not at all. */
final class HostTransaction implements AutoCloseable {

    private final Handle handle;
    private final GuardedConnection guard;
    private final CurrentTransaction current;
    private final HostScope scope;
    private boolean over;

    private HostTransaction(Handle handle, CurrentTransaction current, HostScope scope) {
        this.handle = handle;
        this.guard = GuardedConnection.of(handle.getConnection());
        this.current = current;
        this.scope = scope;
    }

    /**
     * @throws NotFound if there is no such tenant
     * @throws IllegalStateException if the thread is in a transaction already
     * @throws io.tenantry.domain.failure.Unavailable if the database fails
     */
    static HostTransaction begin(Jdbi jdbi, CurrentTransaction current, ControlSchema schema, TenantId tenant) {
        current.requireNone();
        return DatabaseFailures.translating(() -> {
            HostTransaction begun = new HostTransaction(jdbi.open(), current, new HostScope(schema, tenant));
            current.begin(begun.handle, Scope.of(tenant), new ArrayList<>());
            try {
                begun.enter();
                return begun;
            } catch (RuntimeException | Error failed) {
                begun.close();
                throw failed;
            }
        });
    }

    Handle handle() {
        return handle;
    }

    /**
     * @throws IllegalStateException if the work has ended the transaction, or left the tenant; nothing more is committed
     * @throws io.tenantry.domain.failure.Unavailable if the database fails, or an error was passed over
     */
    void commit() {
        guard.unguard();
        try {
            requireSound();
            if (!scope.leave(bare())) {
                discard();
                throw new IllegalStateException(
                        "the work in a tenant has ended its transaction or changed its scope by a"
                                + " statement of its own: what was not yet committed is lost, and so is the connection");
            }
            bare().commit();
            bare().setAutoCommit(true);
            over = true;
        } catch (SQLException failed) {
            throw DatabaseFailures.translated(failed);
        }
    }

    /** Rolls back what was not committed, and gives the connection back. */
    @Override
    public void close() {
        current.end();
        try (Connection back = bare()) {
            if (!over && !back.isClosed()) {
                rollBack(back);
            }
        } catch (SQLException failed) {
            throw DatabaseFailures.translated(failed);
        }
    }

    private void enter() {
        handle.begin();
        try {
            if (!scope.enter(bare())) {
                throw new NotFound();
            }
        } catch (SQLException failed) {
            throw DatabaseFailures.translated(failed);
        }
        guard.guard();
    }

    /** What the work has left on the connection, whatever it did, is gone; or the connection is. */
    private void rollBack(Connection back) throws SQLException {
        boolean clean = false;
        try {
            scope.rollBack(back);
            back.rollback();
            back.setAutoCommit(true);
            clean = true;
        } finally {
            if (!clean) {
                discard();
            }
        }
    }

    private void requireSound() throws SQLException {
        if (bare().unwrap(PgConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException("an error was passed over, so nothing of this can be committed", "25P02");
        }
    }

    /** The connection is closed, and its pool finds that out as soon as it is used. */
    private void discard() throws SQLException {
        bare().unwrap(PgConnection.class).abort(Runnable::run);
        over = true;
    }

    private Connection bare() {
        return guard.bare();
    }
}
