package io.tenantry.domain.mail;

import io.tenantry.domain.port.DrivingPort;

/** Sends mails of the outbox that are due, a batch at a time. Several nodes may call it at once: none sends another's. */
@DrivingPort
public interface DeliverMail {

    Delivered deliver();

    /** What became of a batch; nothing but zeros if none was due. */
    record Delivered(int sent, int postponed, int givenUp) {
        public int total() {
            return sent + postponed + givenUp;
        }
    }
}
