package io.tenantry.http;

import java.time.Duration;

/**
 * Hears of every request once it is answered, also of those that are refused before any route. Called on the request's thread,
 * by many at once: it must be quick and thread-safe, and throw nothing.
 */
@FunctionalInterface
public interface RequestObserver {
    /** Does not care. */
    RequestObserver NONE = (method, route, status, duration) -> {};

    /**
     * @param method as the caller wrote it: any word
     * @param route the pattern of the route, {@code /problems/{code}} say, and never what a caller typed; {@code none} if there
     *     is no such route
     * @param status of HTTP
     * @param duration from the first byte of the request to the last of the answer
     */
    void answered(String method, String route, int status, Duration duration);
}
