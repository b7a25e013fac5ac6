package io.tenantry.domain.webhook;

import java.util.Objects;
import java.util.UUID;

/** Names an event: the same at every webhook that it goes to, and at every try. It is the id of the event in the audit, if it has one there. */
public record EventId(UUID value) {

    public EventId {
        Objects.requireNonNull(value);
    }

    /** As it stands in the header {@code webhook-id}, by which a receiver knows what it had before. */
    public String message() {
        return "msg_" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
