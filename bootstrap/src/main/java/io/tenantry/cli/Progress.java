package io.tenantry.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Tells a person at a terminal that a command which takes longer than a second is at work. */
final class Progress extends TimerTask {

    private static final long EVERY_MILLIS = Duration.ofSeconds(1).toMillis();

    private final PrintWriter err;
    private final Supplier<String> doing;
    private int seconds;
    private int written;
    private boolean over;

    private Progress(PrintWriter err, Supplier<String> doing) {
        this.err = err;
        this.doing = doing;
    }

    /** @param doing completes "… 3 s" */
    static <T> T during(PrintWriter err, String doing, Supplier<T> work) {
        return during(err, () -> doing, work);
    }

    /** @param doing the same; asked anew each second, by another thread, so that it may tell how far the work is */
    static <T> T during(PrintWriter err, Supplier<String> doing, Supplier<T> work) {
        return Terminal.isPresent() ? shown(err, doing, EVERY_MILLIS, work) : work.get();
    }

    static <T> T shown(PrintWriter err, String doing, long everyMillis, Supplier<T> work) {
        return shown(err, () -> doing, everyMillis, work);
    }

    static <T> T shown(PrintWriter err, Supplier<String> doing, long everyMillis, Supplier<T> work) {
        Progress progress = new Progress(err, doing);
        Timer timer = new Timer("tenantry-progress", true);
        timer.scheduleAtFixedRate(progress, everyMillis, everyMillis);
        try {
            return work.get();
        } finally {
            timer.cancel();
            progress.end();
        }
    }

    @Override
    public synchronized void run() {
        if (!over) {
            seconds++;
            String line = doing.get() + " … " + seconds + " s";
            err.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
            err.flush();
            written = line.length();
        }
    }

    /** Leaves the terminal's line as it was. */
    private synchronized void end() {
        over = true;
        if (seconds > 0) {
            err.print("\r" + " ".repeat(written) + "\r");
            err.flush();
        }
    }
}
