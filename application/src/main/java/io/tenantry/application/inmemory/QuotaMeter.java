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

    /** How much of the quota is gone, if 80 percent are. That one was refused is told once. */
    Optional<Integer> takePercent() {
        boolean all = refused || (used > 0 && used >= limit);
        refused = false;
        return all ? Optional.of(100) : nearly();
    }

    private Optional<Integer> nearly() {
        return used > 0 && used >= limit - limit / 5 ? Optional.of(80) : Optional.empty();
    }
}
