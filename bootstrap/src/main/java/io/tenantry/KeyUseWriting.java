package io.tenantry;

import io.tenantry.domain.apikey.WriteApiKeyUse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every second what keys were used for, on a thread of its own: by that second quotas hold over all nodes, so nothing else
 * may keep it waiting. Once more when it is closed.
 */
final class KeyUseWriting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUseWriting.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WriteApiKeyUse writeApiKeyUse;
    private final Complaints complaints = new Complaints(LOG, "what API keys were used for could not be written");
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(KeyUseWriting::daemon);

    private KeyUseWriting(WriteApiKeyUse writeApiKeyUse) {
        this.writeApiKeyUse = writeApiKeyUse;
    }

    static KeyUseWriting start(WriteApiKeyUse writeApiKeyUse) {
        KeyUseWriting writing = new KeyUseWriting(writeApiKeyUse);
        Future<?> unused = writing.thread.scheduleAtFixedRate(
                writing::write, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return writing;
    }

    /** Lets what is under way come to its end, for 10 seconds at most, and writes what was counted since. */
    @Override
    public void close() {
        if (!thread.isShutdown() && isStopped()) {
            write();
        }
    }

    private boolean isStopped() {
        thread.shutdown();
        try {
            return thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write() {
        try {
            writeApiKeyUse.write();
        } catch (RuntimeException failed) {
            complaints.about(failed);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenantry-key-use");
        thread.setDaemon(true);
        return thread;
    }
}
