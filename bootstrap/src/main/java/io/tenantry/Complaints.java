package io.tenantry;

import java.time.Duration;
import org.slf4j.Logger;

/** Says that something fails, once a minute at most: what fails now fails many times a second. Thread-safe. */
final class Complaints {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Logger log;
    private final String what;
    private long silentUntil = System.nanoTime();
    private int unspoken;

    /** @param what fails, as the beginning of a sentence */
    Complaints(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    synchronized void about(Exception failed) {
        unspoken++;
        if (System.nanoTime() - silentUntil >= 0) {
            log.error("{} ({} times): {}", what, unspoken, failed.toString());
            unspoken = 0;
            silentUntil = System.nanoTime() + BETWEEN.toNanos();
        }
    }
}
