package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what will be so soon, with a deadline that only a fault reaches. */
public final class Poll {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Poll() {}

    public static void until(BooleanSupplier condition) {
        until(condition, DEADLINE);
    }

    public static void until(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean so = condition.getAsBoolean();
        while (!so && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            so = condition.getAsBoolean();
        }
        assertThat(so).as("so within " + patience).isTrue();
    }
}
