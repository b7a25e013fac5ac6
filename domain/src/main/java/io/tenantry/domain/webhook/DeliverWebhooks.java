package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivingPort;
import java.time.Duration;
import java.util.List;

/**
 * Delivers events to webhooks that are due. Each goes out at least once: twice if its sending succeeds and then cannot be recorded.
 * Several nodes and threads may call it at once: none sends what another is just sending, and each webhook gets its events in order.
 */
@DrivingPort
public interface DeliverWebhooks {

    /** After that an event is given up, counted from when it was noted or replayed. */
    Duration LONGEST = Duration.ofHours(24);

    /** A webhook at which more are pending after a try is made inactive. */
    int MOST_PENDING = 10_000;

    /**
     * Takes what is due, one event a webhook. Each must be sent at once: who takes one has it for a minute.
     *
     * @param most how many at most, 1 to 100: as many as there are threads to send them
     */
    List<Turn> take(int most);

    /** An event that is to be sent to a webhook now. */
    interface Turn {

        /** Sends it, and records what came of it. Neither, if it is called too late. */
        Attempt send();
    }
}
