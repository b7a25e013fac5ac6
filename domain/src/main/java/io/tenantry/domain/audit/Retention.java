package io.tenantry.domain.audit;

import java.time.Duration;
import java.util.List;

/**
 * How long what is over is kept.
 *
 * @param audit events of the audit; 365 days by default
 * @param sessions after their end; 30 days by default
 * @param mails after they were sent or given up; 30 days by default
 */
public record Retention(Duration audit, Duration sessions, Duration mails) {

    public static final Retention STANDARD =
            new Retention(Duration.ofDays(365), Duration.ofDays(30), Duration.ofDays(30));

    /** @throws IllegalArgumentException if one is not positive */
    public Retention {
        for (Duration kept : List.of(audit, sessions, mails)) {
            if (kept.isNegative() || kept.isZero()) {
                throw new IllegalArgumentException("a retention must be positive");
            }
        }
    }
}
