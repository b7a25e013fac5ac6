package io.tenantry.persistence.walls;

/** What befalls a transaction. */
enum Attack {
    /** It is committed. */
    NONE,
    ROLLED_BACK,
    ERROR,
    /** The work goes on after an error, and wants to commit. */
    ERROR_PASSED_OVER,
    /** The work sets for the session what it may only have for the transaction, and then fails. */
    SETTINGS_LEFT_BEHIND,
    TIMED_OUT,
    CANCELLED_BY_ITSELF,
    CANCELLED_BY_ANOTHER,
    /** The client goes away in the midst of it. */
    DISCONNECTED,
    TERMINATED;

    /** The cheap ones in turn, those that take milliseconds once in a hundred rounds. */
    static Attack of(int round) {
        return switch (round % 100) {
            case 11 -> TIMED_OUT;
            case 22 -> CANCELLED_BY_ITSELF;
            case 33 -> CANCELLED_BY_ANOTHER;
            case 44 -> DISCONNECTED;
            case 55 -> TERMINATED;
            default ->
                switch (round % 9) {
                    case 0 -> NONE;
                    case 1, 5 -> ERROR;
                    case 2, 6 -> ERROR_PASSED_OVER;
                    case 3, 7 -> SETTINGS_LEFT_BEHIND;
                    default -> ROLLED_BACK;
                };
        };
    }
}
