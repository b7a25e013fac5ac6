package io.tenantry.persistence.webhook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The events of one transaction that are not yet written. */
final class EventsToLineUp {

    private final List<LinedUpEvent> events = new ArrayList<>();

    void add(LinedUpEvent event) {
        events.add(event);
    }

    /** By tenant in one order for all transactions, so that of two none waits for what the other holds; of each as they happened. */
    List<LinedUpEvent> inOrder() {
        return events.stream()
                .sorted(Comparator.comparing(event -> event.event().tenant().value()))
                .toList();
    }
}
