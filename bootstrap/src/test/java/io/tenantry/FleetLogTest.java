package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.persistence.schema.FleetProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FleetLogTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final FleetLog log = new FleetLog(nanoTime::get, lines::add);

    @Test
    void how_far_it_is_is_told_every_few_seconds() {
        for (int done = 1; done <= 100; done++) {
            nanoTime.addAndGet(Duration.ofMillis(101).toNanos());
            log.accept(new FleetProgress(done, 2, 200));
        }

        assertThat(lines)
                .containsExactly(
                        "tenants' schemas: 50 of 200 up to date, 2 failed",
                        "tenants' schemas: 100 of 200 up to date, 2 failed");
    }

    @Test
    void what_is_done_at_once_is_not_worth_a_line() {
        log.accept(new FleetProgress(1, 0, 1));

        assertThat(lines).isEmpty();
    }
}
