package io.tenantry.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * For how many bodies the server waits at once, and for how long for each. Who waits holds a thread: with fewer places than
 * threads, no number of clients that send slowly keeps others from being answered. Thread-safe.
 */
final class BodyWaits {
    /** The attribute of the servlet context that holds them: one set for each server. */
    private static final String ATTRIBUTE = "io.tenantry.http.body-waits";

    private final Semaphore places;
    private final Duration longest;

    /**
     * @param places how many bodies are waited for at once
     * @param longest how long one body may be waited for, from its first byte wanted to its last
     */
    BodyWaits(int places, Duration longest) {
        this.places = new Semaphore(places);
        this.longest = longest;
    }

    static BodyWaits of(HttpServletRequest request) {
        return (BodyWaits) request.getServletContext().getAttribute(ATTRIBUTE);
    }

    void install(ServletContextHandler context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Takes a place, if one is free. */
    boolean begin() {
        return places.tryAcquire();
    }

    void end() {
        places.release();
    }

    int free() {
        return places.availablePermits();
    }

    Duration longest() {
        return longest;
    }
}
