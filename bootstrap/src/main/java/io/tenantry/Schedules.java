package io.tenantry;

import io.tenantry.domain.mail.DeliverMail;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself while the server runs, on one thread of its own. */
final class Schedules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration MAIL_PAUSE = Duration.ofMillis(500);
    /** So that a full outbox holds up neither what else is due nor the end. */
    private static final int BATCHES_AT_ONCE = 20;

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Schedules::daemon);
    private final DeliverMail deliverMail;
    private final ScheduledFuture<?> delivery;
    private long silentUntil = System.nanoTime();
    private int unspoken;

    private Schedules(DeliverMail deliverMail) {
        this.deliverMail = deliverMail;
        this.delivery = thread.scheduleWithFixedDelay(this::deliver, 0, MAIL_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends what the outbox holds, every half second. */
    static Schedules start(DeliverMail deliverMail) {
        return new Schedules(deliverMail);
    }

    /** Lets what is under way come to its end, for 10 seconds at most. */
    @Override
    public void close() {
        delivery.cancel(false);
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            thread.shutdownNow();
        }
    }

    /** Nothing may be thrown from here: the schedule would end with it. */
    private void deliver() {
        try {
            int batches = 0;
            while (batches < BATCHES_AT_ONCE && !thread.isShutdown() && deliverMail.deliver() > 0) {
                batches++;
            }
        } catch (RuntimeException failed) {
            complain(failed);
        }
    }

    /** Once a minute at most: what fails now fails twice a second. */
    private void complain(RuntimeException failed) {
        unspoken++;
        if (System.nanoTime() - silentUntil >= 0) {
            LOG.warn("mail could not be delivered ({} times): {}", unspoken, failed.toString());
            unspoken = 0;
            silentUntil = System.nanoTime() + BETWEEN_COMPLAINTS.toNanos();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenantry-schedules");
        thread.setDaemon(true);
        return thread;
    }
}
