package io.tenantry.application.inmemory;

import java.util.Optional;

/** What a tenant used in a month, as far as a node knows. */
final class QuotaMeter {

    private long used;
    private long limit;
    private boolean refused;

    QuotaMeter(long used) {
        this.used = used;
    }

    long used() {
        return used;
    }

    boolean admit(long units, long quota) {
        limit = quota;
        boolean fits = units == 0 || units <= quota - used;
        refused |= !fits;
        used += fits ? units : 0;
        return fits;
    }

    void heard(long ofAllNodes) {
        used = ofAllNodes;
    }

    /** How much of the quota is gone, if 80 percent are. That one was refused then is told once. */
    Optional<Integer> takePercent() {
        boolean nearly = used >= limit - limit / 5;
        boolean all = refused || (used > 0 && used >= limit);
        refused = false;
        return nearly && (all || used > 0) ? Optional.of(all ? 100 : 80) : Optional.empty();
    }
}
