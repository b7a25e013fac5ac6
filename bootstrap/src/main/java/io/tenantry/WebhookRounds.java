package io.tenantry;

import io.tenantry.domain.webhook.DeliverWebhooks;
import io.tenantry.domain.webhook.DeliverWebhooks.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due at webhooks, to so many at once as there are threads for it: a receiver that is slow holds up one of them, and
 * nothing else. Thread-safe.
 */
final class WebhookRounds implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRounds.class);
    private static final int THREADS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DeliverWebhooks deliverWebhooks;
    private final Semaphore idle = new Semaphore(THREADS);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, WebhookRounds::daemon);
    private final Complaints complaints = new Complaints(LOG, "an event could not be delivered to a webhook");

    WebhookRounds(DeliverWebhooks deliverWebhooks) {
        this.deliverWebhooks = deliverWebhooks;
    }

    /** Takes as much as can be sent at once, and returns. */
    @Override
    public void run() {
        int most = idle.drainPermits();
        if (most == 0) {
            return;
        }
        int taken = 0;
        try {
            List<Turn> turns = threads.isShutdown() ? List.of() : deliverWebhooks.take(most);
            for (Turn turn : turns) {
                threads.execute(() -> send(turn));
                taken++;
            }
        } finally {
            idle.release(most - taken);
        }
    }

    /** What comes next need not wait for the next round. */
    private void send(Turn turn) {
        try {
            try {
                turn.send();
            } finally {
                idle.release();
            }
            run();
        } catch (RuntimeException failed) {
            complaints.about(failed);
        }
    }

    /** Lets what is under way come to its end, for 5 seconds at most; what did not is sent again, by whoever starts next. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenantry-webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
