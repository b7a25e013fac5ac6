package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.mail.DeliverMail;
import java.time.InstantSource;

/** The use cases about mail. */
public record MailUseCases(DeliverMail deliverMail) {

    public static MailUseCases of(DrivenPorts ports, InstantSource clock) {
        return new MailUseCases(new DeliverMailService(ports, clock));
    }
}
