package io.tenantry.application.inmemory;

import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One transaction at a time: whoever holds the lock sees and changes all rows, and undoes its changes if it fails. */
final class InMemoryTransactions implements Transactions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    private Predicate<TenantId> scope = InMemoryTransactions::none;
    private boolean inTenant;

    @Override
    public <T> T inTenant(TenantId tenant, Supplier<T> work) {
        return run(tenant::equals, true, work);
    }

    @Override
    public <T> T acrossTenants(Supplier<T> work) {
        return run(tenant -> true, false, work);
    }

    @Override
    public <T> T outsideTenants(Supplier<T> work) {
        return run(InMemoryTransactions::none, false, work);
    }

    /** Whether rows of this tenant are visible to the transaction under way. */
    boolean reaches(TenantId tenant) {
        requireUnderWay();
        return scope.test(tenant);
    }

    /** @throws IllegalStateException if rows of this tenant cannot be written now */
    void requireReach(TenantId tenant) {
        if (!reaches(tenant)) {
            throw new IllegalStateException("tenant " + tenant + " is out of the transaction's scope");
        }
    }

    /** @throws IllegalStateException if this thread is in no transaction */
    void requireUnderWay() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("no transaction under way");
        }
    }

    /** @throws IllegalStateException if this thread is in a transaction */
    void requireNone() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is under way");
        }
    }

    /** Notes how to undo a change of the transaction under way. */
    void onRollback(Runnable undo) {
        undoing.push(undo);
    }

    private <T> T run(Predicate<TenantId> reach, boolean oneTenant, Supplier<T> work) {
        requireNone();
        lock.lock();
        try {
            scope = reach;
            inTenant = oneTenant;
            T result = work.get();
            undoing.clear();
            return result;
        } finally {
            // Empty after work that returned; what threw, an Error too, is undone.
            undoing.forEach(Runnable::run);
            undoing.clear();
            lock.unlock();
        }
    }

    /** Whether the scope of the transaction under way is that of one tenant. */
    boolean isInTenant() {
        requireUnderWay();
        return inTenant;
    }

    private static boolean none(TenantId tenant) {
        return false;
    }
}
