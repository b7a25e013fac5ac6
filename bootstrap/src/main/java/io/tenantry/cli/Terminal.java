package io.tenantry.cli;

import java.io.Console;
import java.util.Optional;

/** Whether a person is watching. */
final class Terminal {

    private static final int FIRST_WITH_CONSOLE_EVERYWHERE = 22;

    private Terminal() {}

    static boolean isPresent() {
        return Optional.ofNullable(System.console())
                .filter(console -> Runtime.version().feature() < FIRST_WITH_CONSOLE_EVERYWHERE || isTerminal(console))
                .isPresent();
    }

    /** From JDK 22 on there is a console without a terminal, too, and this method to tell; on 17 it cannot be named. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException untold) {
            return false;
        }
    }
}
