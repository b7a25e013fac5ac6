package io.tenantry.cli;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what is open when the process is asked to end (SIGTERM, SIGINT) before its work is done. */
final class AtExit {

    private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);

    private AtExit() {}

    /** @param resource closed here only if the process ends while the work is under way */
    static <T> T closing(AutoCloseable resource, Supplier<T> work) {
        Thread hook = new Thread(() -> close(resource), "tenantry-at-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            disarm(hook);
        }
    }

    private static void disarm(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the process ends: the hook is at work", ending);
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception unclosable) {
            LOG.error("not closed: {}", unclosable.getMessage());
        }
    }
}
