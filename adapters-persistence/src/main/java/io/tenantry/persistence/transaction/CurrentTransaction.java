package io.tenantry.persistence.transaction;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.change.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The transaction that the calling thread is in, if any. Safe for use by several threads. */
public final class CurrentTransaction {

    // Not static: one for each database, of which several may be open in one JVM. Removed at every end.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Open> open = new ThreadLocal<>();

    private record Open(
            Handle handle,
            Scope scope,
            List<Change> changes,
            Map<Class<?>, Object> kept,
            List<Runnable> beforeCommit,
            List<Runnable> afterCommit) {}

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

    /** What is kept as long as the transaction lasts: one of each type, made when it is first asked for. */
    public <T> T kept(Class<T> type, Supplier<T> first) {
        return type.cast(required().kept().computeIfAbsent(type, none -> first.get()));
    }

    /** Notes what is to be done in the transaction when its work is done. If the work throws, it is not; if it throws, nothing is committed. */
    public void beforeCommit(Runnable work) {
        required().beforeCommit().add(work);
    }

    /** The same, before all that is noted by {@link #beforeCommit}. */
    public void firstBeforeCommit(Runnable work) {
        required().beforeCommit().add(0, work);
    }

    /** Notes what is to be done once the transaction has committed, and only then; by the same thread, which is in none by then. */
    public void afterCommit(Runnable work) {
        required().afterCommit().add(work);
    }

    /** Whether the scope of the transaction under way is that of one tenant. */
    public boolean isInTenant() {
        return required().scope().tenant().isPresent();
    }

    /** Does the work with that tenant's rows in reach, whatever the scope. Bare names lead where they led before. */
    public void reaching(TenantId tenant, Runnable work) {
        Open current = required();
        if (current.scope().reaches(tenant)) {
            work.run();
            return;
        }
        ScopeDao scopes = current.handle().attach(ScopeDao.class);
        scopes.reach(tenant.toString());
        work.run();
        scopes.reach(current.scope().tenant().map(TenantId::toString).orElse(""));
    }

    /** @throws IllegalStateException if the thread is in a transaction: slow work must not hold a connection */
    public void requireNone() {
        if (open.get() != null) {
            throw new IllegalStateException("this must not be called within a transaction");
        }
    }

    /** @param afterCommit is filled with what is to be done once it has committed */
    void begin(Handle handle, Scope scope, List<Runnable> afterCommit) {
        open.set(new Open(handle, scope, new ArrayList<>(), new HashMap<>(), new ArrayList<>(), afterCommit));
    }

    /** The work is done: now what was noted to be done before the commit. */
    void beforeCommit() {
        required().beforeCommit().forEach(Runnable::run);
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
