package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.RecordRefusal;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.throttle.ThrottleKind;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class RecordRefusalService implements RecordRefusal {

    private final Transactions transactions;
    private final AttemptLimits limits;
    private final AuditTrail trail;

    RecordRefusalService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void record(Command command) {
        if (mayBeNoted(command)) {
            transactions.outsideTenants(() -> {
                trail.refusedAt(command.route(), command.by(), command.device(), command.reason());
                return command;
            });
        }
    }

    private boolean mayBeNoted(Command command) {
        try {
            limits.requireRequest(ThrottleKind.REFUSAL, command.device());
            return true;
        } catch (Throttled enoughOfThem) {
            return false;
        }
    }
}
