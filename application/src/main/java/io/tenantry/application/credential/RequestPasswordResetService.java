package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.MailRequests;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class RequestPasswordResetService implements RequestPasswordReset {

    private final Transactions transactions;
    private final AttemptLimits limits;
    private final MailRequests requests;
    private final AuditTrail trail;

    RequestPasswordResetService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.requests = new MailRequests(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    /** Whose address it is is not looked up: nothing that is done here depends on it. */
    @Override
    public void request(Command command) {
        limits.requireMail(MailKind.RESET_PASSWORD, command.email(), command.device());
        transactions.outsideTenants(() -> {
            requests.note(MailKind.RESET_PASSWORD, command.email());
            trail.asked(AuditAction.PASSWORD_RESET_REQUESTED, command.device());
            return command;
        });
    }
}
