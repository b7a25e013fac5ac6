package io.tenantry.domain.throttle;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param limit how often within the window, before it must wait
 * @param window counted from the first time
 * @param firstWait once the limit is reached; doubled with each further time
 * @param longestWait where the doubling ends
 */
public record ThrottleRule(int limit, Duration window, Duration firstWait, Duration longestWait) {

    /** How long to wait when it has happened this often. */
    Duration waitAfter(int count) {
        int doublings = Math.min(count - limit, 30);
        Duration wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
