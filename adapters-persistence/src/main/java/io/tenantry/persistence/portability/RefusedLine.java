package io.tenantry.persistence.portability;

/**
 * A line of a file that became no user.
 *
 * @param number of the line, from 1 on
 * @param outcome why, in kind
 * @param reason in words, without anything of what the line says
 */
public record RefusedLine(long number, Outcome outcome, String reason) {

    /** What became of it. */
    public enum Outcome {
        /** There is a user with that address, who stays as they are. */
        SKIPPED,
        /** It cannot be used. */
        REFUSED
    }

    static RefusedLine skipped(long number) {
        return new RefusedLine(number, Outcome.SKIPPED, "there is a user with that address");
    }

    static RefusedLine refused(long number, String reason) {
        return new RefusedLine(number, Outcome.REFUSED, reason);
    }
}
