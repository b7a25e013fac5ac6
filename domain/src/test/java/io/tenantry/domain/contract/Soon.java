package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what must be so within a second. */
final class Soon {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Soon() {}

    static <T> void become(Supplier<T> value, T wanted) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        T seen = value.get();
        while (!wanted.equals(seen) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = value.get();
        }
        assertThat(seen).as("a second later").isEqualTo(wanted);
    }
}
