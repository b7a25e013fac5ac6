package io.tenantry;

import io.tenantry.persistence.Migrations;
import io.tenantry.persistence.TenantsLeftBehind;
import io.tenantry.persistence.schema.FleetProgress;
import io.tenantry.persistence.schema.FleetRun;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log every few seconds how far the schemas of tenants are, while a server starts. Told by one thread at a time. */
final class FleetLog implements Consumer<FleetProgress> {

    private static final Logger LOG = LoggerFactory.getLogger(FleetLog.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final Consumer<String> lines;
    private long last;

    /** @param lines takes what is to be told */
    FleetLog(LongSupplier nanoTime, Consumer<String> lines) {
        this.nanoTime = nanoTime;
        this.lines = lines;
        this.last = nanoTime.getAsLong();
    }

    /** A few tenants that cannot be brought up must not keep the others from being served: they are named, and left as they are. */
    static void bringUp(Migrations migrations) {
        try {
            migrations.migrate(FleetRun.STANDARD.telling(new FleetLog(System::nanoTime, LOG::info)));
        } catch (TenantsLeftBehind left) {
            LOG.error("{}; all others are served, and these are tried again at the next start", left.getMessage());
        }
    }

    @Override
    public void accept(FleetProgress progress) {
        long now = nanoTime.getAsLong();
        if (now - last >= PAUSE.toNanos()) {
            last = now;
            lines.accept("tenants' schemas: %d of %d up to date, %d failed"
                    .formatted(progress.done(), progress.total(), progress.failed()));
        }
    }
}
