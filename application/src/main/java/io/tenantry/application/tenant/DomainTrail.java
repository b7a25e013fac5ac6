package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.HostName;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Notes in a tenant's audit what a member does with its domains, within the transaction under way. */
final class DomainTrail {

    private final AuditTrail trail;

    DomainTrail(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.trail = new AuditTrail(ports, clock, random);
    }

    void done(AuditAction action, TenantMembership by, HostName host, Device device) {
        Target target = new Target(Target.Type.DOMAIN, host.value());
        trail.doneTo(
                by.tenant(),
                action,
                Actor.user(by.membership().user()),
                Optional.empty(),
                Optional.of(target),
                device,
                Map.of());
    }
}
