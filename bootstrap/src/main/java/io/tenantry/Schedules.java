package io.tenantry;

import io.tenantry.domain.audit.RemoveExpired;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.session.RotateSigningKeys;
import io.tenantry.domain.tenant.RemoveTenants;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself while the server runs, on threads of its own. Thread-safe. */
final class Schedules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration MAIL_PAUSE = Duration.ofMillis(500);
    private static final Duration WEBHOOK_PAUSE = Duration.ofMillis(500);
    private static final Duration REMOVAL_PAUSE = Duration.ofHours(1);
    private static final Duration ROTATION_PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So that what takes long, as a removal may, does not keep mails waiting. */
    private static final int THREADS = 2;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, Schedules::daemon);

    private final Queue<Future<?>> scheduled = new ConcurrentLinkedQueue<>();

    /** Sends what the outbox holds, every half second. */
    void deliver(DeliverMail deliverMail, Consumer<DeliverMail.Delivered> onDelivery) {
        MailRounds rounds = new MailRounds(deliverMail, onDelivery, threads::isShutdown);
        every(MAIL_PAUSE, Duration.ZERO, "mail could not be delivered", rounds);
    }

    /** Looks for events that are due at webhooks, every half second; they are sent by threads of their own. */
    void deliver(WebhookRounds rounds) {
        every(WEBHOOK_PAUSE, Duration.ZERO, "webhooks could not be looked after", rounds);
    }

    /** Removes what was kept long enough, once an hour; first at a time that differs from node to node. */
    void remove(RemoveExpired removeExpired) {
        every(REMOVAL_PAUSE, firstOf(REMOVAL_PAUSE), "what is over could not be removed", () -> {
            int removed = removeExpired.remove();
            if (removed > 0) {
                LOG.info("removed {} rows that were kept long enough", removed);
            }
        });
    }

    /** Removes tenants whose time is over, once an hour; first at a time that differs from node to node. */
    void remove(RemoveTenants removeTenants) {
        every(REMOVAL_PAUSE, firstOf(REMOVAL_PAUSE), "tenants could not be removed", () -> {
            RemoveTenants.Removed removed = removeTenants.remove();
            if (removed.removed() > 0) {
                LOG.info("removed {} tenants that were closed or never verified", removed.removed());
            }
            removed.failed().forEach(tenant -> LOG.error("tenant {} could not be removed", tenant));
        });
    }

    /** Rotates the signing keys when it is time, looked at once an hour; first at a time that differs from node to node. */
    void rotate(RotateSigningKeys rotateSigningKeys) {
        every(ROTATION_PAUSE, firstOf(ROTATION_PAUSE), "the signing keys could not be rotated", () -> {
            RotateSigningKeys.Rotated rotated = rotateSigningKeys.rotate(RotateSigningKeys.When.DUE);
            rotated.made().ifPresent(key -> LOG.info("{} is published and signs from {} on", key, key.signsFrom()));
            rotated.removed().forEach(id -> LOG.info("signing key {} is removed: nothing good is signed by it", id));
        });
    }

    /** Some time from a minute to the pause itself. */
    private static Duration firstOf(Duration pause) {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextLong(60, pause.toSeconds()));
    }

    /**
     * Does the work again and again.
     *
     * @param pause between the end of one time and the beginning of the next
     * @param failing what is said if it throws, which does not end the schedule
     */
    void every(Duration pause, Duration first, String failing, Runnable work) {
        Complaints complaints = new Complaints(LOG, failing);
        Runnable unbreakable = () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                complaints.about(failed);
            }
        };
        scheduled.add(
                threads.scheduleWithFixedDelay(unbreakable, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Lets what is under way come to its end, for 10 seconds at most, and begins nothing more. */
    @Override
    public void close() {
        scheduled.forEach(each -> each.cancel(false));
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
        Thread thread = new Thread(work, "tenantry-schedules");
        thread.setDaemon(true);
        return thread;
    }
}
