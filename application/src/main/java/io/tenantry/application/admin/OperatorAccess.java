package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lets operators pass and notes what they do and look at: the one before anything else, the other in the same transaction. */
final class OperatorAccess {

    private final AuditTrail trail;

    OperatorAccess(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.trail = new AuditTrail(ports, clock, random);
    }

    /** @throws Forbidden if the caller is no operator, or has not shown two factors in this session */
    void require(Principal by) {
        if (!by.operator()) {
            throw new Forbidden();
        }
    }

    /** Something was looked at. */
    void looked(AuditAction action, Principal by, Device device, Map<String, String> data) {
        trail.doneByOperator(action, by.user(), Optional.empty(), Optional.empty(), Optional.empty(), device, data);
    }

    /** Something was done with a user. */
    void did(AuditAction action, Principal by, UserId with, Device device) {
        trail.doneByOperator(
                action, by.user(), Optional.empty(), Optional.of(with), Optional.empty(), device, Map.of());
    }

    /** Something was done with a tenant: it stands in its own audit, and in the installation's too. */
    void did(AuditAction action, Principal by, Tenant with, Device device, Map<String, String> data) {
        Target target = new Target(Target.Type.TENANT, with.id().toString());
        didTwice(action, by, with, target, device, data);
    }

    /** Something was done with what belongs to a tenant: noted as above. */
    void did(AuditAction action, Principal by, Tenant in, Target with, Device device) {
        didTwice(action, by, in, with, device, Map.of());
    }

    private void didTwice(
            AuditAction action, Principal by, Tenant in, Target with, Device device, Map<String, String> data) {
        for (Optional<Tenant> audit : List.of(Optional.of(in), Optional.<Tenant>empty())) {
            trail.doneByOperator(action, by.user(), audit, Optional.empty(), Optional.of(with), device, data);
        }
    }
}
