package io.tenantry.persistence.transaction;

import io.tenantry.persistence.change.Change;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The transaction that the calling thread is in, if any. Safe for use by several threads. */
public final class CurrentTransaction {

    // Not static: one for each database, of which several may be open in one JVM. Removed at every end.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Open> open = new ThreadLocal<>();

    private record Open(Handle handle, boolean inTenant, List<Change> changes, List<Runnable> afterCommit) {}

    /**
     * The handle of the transaction under way.
     *
     * @throws IllegalStateException if there is none: nothing is ever done in a transaction of its own by mistake
     */
    public Handle handle() {
        return required().handle();
    }

    /** Notes what the transaction changes, so that what is remembered of it is forgotten as soon as it commits. */
    public void changes(Change change) {
        required().changes().add(change);
    }

    /** Notes what is to be done once the transaction has committed, and only then; by the same thread, which is in none by then. */
    public void afterCommit(Runnable work) {
        required().afterCommit().add(work);
    }

    /** Whether the scope of the transaction under way is that of one tenant. */
    public boolean isInTenant() {
        return required().inTenant();
    }

    /** @throws IllegalStateException if the thread is in a transaction: slow work must not hold a connection */
    public void requireNone() {
        if (open.get() != null) {
            throw new IllegalStateException("this must not be called within a transaction");
        }
    }

    /** @param afterCommit is filled with what is to be done once it has committed */
    void begin(Handle handle, boolean inTenant, List<Runnable> afterCommit) {
        open.set(new Open(handle, inTenant, new ArrayList<>(), afterCommit));
    }

    /** Forgets the transaction, and says what it changed. */
    List<Change> end() {
        List<Change> changes = required().changes();
        open.remove();
        return changes;
    }

    private Open required() {
        Open current = open.get();
        if (current == null) {
            throw new IllegalStateException("this must be called within a transaction");
        }
        return current;
    }
}
