package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.mail.MailRequests;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.ResendVerification;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class ResendVerificationService implements ResendVerification {

    private final Transactions transactions;
    private final AttemptLimits limits;
    private final MailRequests requests;

    ResendVerificationService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.requests = new MailRequests(ports, clock, random);
    }

    @Override
    public void resend(Command command) {
        limits.requireMail(MailKind.VERIFY_EMAIL, command.email(), command.device());
        transactions.outsideTenants(() -> {
            requests.note(MailKind.VERIFY_EMAIL, command.email());
            return command;
        });
    }
}
