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
    private final String doing;
    private int seconds;
    private boolean over;

    private Progress(PrintWriter err, String doing) {
        this.err = err;
        this.doing = doing;
    }

    /** @param doing completes "… 3 s" */
    static <T> T during(PrintWriter err, String doing, Supplier<T> work) {
        return Terminal.isPresent() ? shown(err, doing, EVERY_MILLIS, work) : work.get();
    }

    static <T> T shown(PrintWriter err, String doing, long everyMillis, Supplier<T> work) {
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
            err.print("\r" + doing + " … " + seconds + " s");
            err.flush();
        }
    }

    /** Leaves the terminal's line as it was. */
    private synchronized void end() {
        over = true;
        if (seconds > 0) {
            err.print("\r" + " ".repeat(doing.length() + 10) + "\r");
            err.flush();
        }
    }
}
