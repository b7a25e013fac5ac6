package io.tenantry.persistence.schema;

import io.tenantry.persistence.schema.FleetDao.Stale;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings tenants' schemas up: first a few canaries, then the others, several at a time, each in a transaction of its own. One that
 * fails holds up no other; what is cut short goes on at the next run; two runs at once share the work.
 */
final class FleetUpgrade {

    private static final int CANARIES = 5;

    /** A connection's catalog cache grows with each schema that it has seen. */
    private static final int TENANTS_A_CONNECTION = 500;

    private final Jdbi owner;
    private final FleetRun run;

    FleetUpgrade(Jdbi owner, FleetRun run) {
        this.owner = owner;
        this.run = run;
    }

    /**
     * @return those that failed
     * @throws IllegalStateException if all canaries did, so that no other was touched
     */
    List<TenantFailure> bringUp() {
        List<Stale> stale = owner.withExtension(FleetDao.class, FleetDao::stale).stream()
                .filter(tenant -> tenant.failed() || !run.onlyFailed())
                .toList();
        FleetTally tally = new FleetTally(stale.size(), run.progress());
        List<Stale> canaries = stale.stream()
                .filter(tenant -> !tenant.failed())
                .limit(CANARIES)
                .toList();
        work(canaries, tally);
        if (!canaries.isEmpty() && tally.failures().size() == canaries.size()) {
            throw new IllegalStateException("the first tenants' schemas all failed, so no other was touched: "
                    + TenantFailure.line(tally.failures()));
        }
        work(stale.stream().filter(tenant -> !canaries.contains(tenant)).toList(), tally);
        return tally.failures();
    }

    /** At first those that no other run is at work on; when that is through, one waits for what it has left. */
    private void work(List<Stale> tenants, FleetTally tally) {
        Queue<Stale> waiting = new ConcurrentLinkedQueue<>();
        Queue<Stale> free = new ConcurrentLinkedQueue<>(tenants);
        together(free, handle -> new TenantUpgrade(handle, tally, waiting::add));
        together(waiting, handle -> new TenantUpgrade(handle, tally));
    }

    private void together(Queue<Stale> tenants, Upgrades upgrades) {
        if (tenants.isEmpty()) {
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(run.parallel(), tenants.size()));
        try {
            List<? extends Future<?>> all = IntStream.range(0, Math.min(run.parallel(), tenants.size()))
                    .mapToObj(worker -> workers.submit(() -> drain(tenants, upgrades)))
                    .toList();
            all.forEach(FleetUpgrade::await);
        } finally {
            workers.shutdownNow();
        }
    }

    private void drain(Queue<Stale> tenants, Upgrades upgrades) {
        while (!tenants.isEmpty() && !Thread.currentThread().isInterrupted()) {
            owner.useHandle(handle -> {
                TenantUpgrade upgrade = upgrades.on(handle);
                for (int turn = 0; turn < TENANTS_A_CONNECTION; turn++) {
                    Stale next = tenants.poll();
                    if (next == null || Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    upgrade.bringUp(next);
                }
            });
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException("tenants' schemas could not be brought up", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tenants' schemas were brought up", stopped);
        }
    }

    /** Makes what does the work on a worker's own connection. */
    @FunctionalInterface
    private interface Upgrades {
        TenantUpgrade on(Handle handle);
    }
}
