package io.tenantry.http.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each answer that is the server's fault, with the reference that the client was shown. The line holds
 * the kinds of the exceptions and where they arose, never their messages: those of drivers quote the values at hand. Whatever
 * it is given, it stays one line of printable text.
 */
public final class FaultLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.tenantry.http");
    private static final int DEEPEST_CAUSE = 8;
    /** Controls, formats (those that turn the direction of text among them), and the separators of lines and paragraphs. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private FaultLog() {}

    /**
     * Tells of what went wrong and was made good.
     *
     * @param what in words of our own
     */
    public static void warn(String what, Throwable thrown) {
        LOG.warn("{}: cause={}", what, describe(thrown));
    }

    /** @param route the pattern of the path, so that nothing that a caller wrote gets into the log */
    static void write(Refusal refusal, String reference, String route, Throwable thrown) {
        if (refusal.isFault()) {
            LOG.error(
                    "request failed: reference={} route={} cause={}",
                    printable(reference),
                    printable(route),
                    describe(thrown));
        } else if (refusal.status() >= 500 && refusal.failure().isPresent()) {
            LOG.warn(
                    "request refused: reference={} route={} status={} cause={}",
                    printable(reference),
                    printable(route),
                    refusal.status(),
                    describe(thrown));
        }
    }

    private static String describe(Throwable thrown) {
        List<String> chain = new ArrayList<>();
        Throwable link = thrown;
        while (link != null && chain.size() < DEEPEST_CAUSE) {
            chain.add(link.getClass().getName() + place(link.getStackTrace()));
            link = link.getCause();
        }
        return printable(String.join(" < ", chain));
    }

    /** Names of routes are the host's to choose, and names of classes those of whatever library it has. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** The frame that threw, and the first of ours above it. */
    private static String place(StackTraceElement[] trace) {
        if (trace.length == 0) {
            return "";
        }
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("io.tenantry.") && !frame.equals(trace[0])) {
                return "[" + trace[0] + " … " + frame + "]";
            }
        }
        return "[" + trace[0] + "]";
    }
}
