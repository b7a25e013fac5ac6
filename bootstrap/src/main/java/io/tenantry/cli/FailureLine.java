package io.tenantry.cli;

import java.util.ArrayList;
import java.util.List;

/** A failure in one line: what it says, and what the cause of it all says. */
final class FailureLine {

    private FailureLine() {}

    static String of(Throwable failure) {
        List<String> said = new ArrayList<>(List.of(sentence(failure)));
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root != failure && !said.get(0).contains(sentence(root))) {
            said.add(sentence(root));
        }
        return String.join(": ", said);
    }

    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }
}
