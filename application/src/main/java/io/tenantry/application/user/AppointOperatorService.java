package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class AppointOperatorService implements AppointOperator {

    private final Transactions transactions;
    private final HeldUsers held;
    private final Users users;
    private final AuditTrail trail;
    private final InstantSource clock;

    AppointOperatorService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.held = new HeldUsers(ports);
        this.users = ports.users();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public User appoint(Command command) {
        return transactions.outsideTenants(() -> users.findByEmail(command.email())
                .flatMap(known -> held.hold(known.id()))
                .map(user -> appointed(user, command.operator()))
                .orElseThrow(NotFound::new));
    }

    private User appointed(User user, boolean operator) {
        if (user.operator() == operator) {
            return user;
        }
        User changed = user.appointed(operator, clock.instant());
        users.update(changed);
        AuditAction action = operator ? AuditAction.OPERATOR_APPOINTED : AuditAction.OPERATOR_DISMISSED;
        trail.doneBySystem(action, Optional.empty(), Optional.of(user.id()), Map.of());
        return changed;
    }
}
