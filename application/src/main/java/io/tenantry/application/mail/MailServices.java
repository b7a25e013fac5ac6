package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.mail.MailUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about mail. */
public final class MailServices {

    private MailServices() {}

    /** @param random must be cryptographically strong */
    public static MailUseCases of(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        return new MailUseCases(new DeliverMailService(ports, new MailRequests(ports, clock, random), clock));
    }
}
