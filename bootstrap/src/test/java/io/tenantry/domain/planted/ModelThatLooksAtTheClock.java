package io.tenantry.domain.planted;

import java.time.Instant;

/** Breaks the rule on purpose: the core is told the time. */
public final class ModelThatLooksAtTheClock {

    public Instant created() {
        return Instant.now();
    }
}
