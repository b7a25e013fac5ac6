package io.tenantry.domain.mail;

import io.tenantry.domain.port.DrivingPort;

/** Sends mails of the outbox that are due, a batch at a time. Several nodes may call it at once: none sends another's. */
@DrivingPort
public interface DeliverMail {

    /** @return how many were taken up; 0 if none was due */
    int deliver();
}
