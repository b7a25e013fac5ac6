package io.tenantry.persistence.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts what became of each tenant, and tells of it, one at a time. */
final class FleetTally {

    private final int total;
    private final Consumer<FleetProgress> progress;
    private final List<TenantFailure> failures = new ArrayList<>();
    private int done;

    FleetTally(int total, Consumer<FleetProgress> progress) {
        this.total = total;
        this.progress = progress;
    }

    synchronized void done() {
        done++;
        tell();
    }

    synchronized void failed(TenantFailure failure) {
        failures.add(failure);
        tell();
    }

    synchronized List<TenantFailure> failures() {
        return List.copyOf(failures);
    }

    private void tell() {
        progress.accept(new FleetProgress(done, failures.size(), total));
    }
}
