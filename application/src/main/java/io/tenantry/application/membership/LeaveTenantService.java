package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.MemberKeys;
import io.tenantry.application.apikey.MemberKeys.Departure;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.membership.LeaveTenant;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class LeaveTenantService implements LeaveTenant {

    private final Transactions transactions;
    private final TenantAccess access;
    private final MemberManagement management;
    private final Memberships memberships;
    private final MemberKeys keys;
    private final AuditTrail trail;

    LeaveTenantService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.management = new MemberManagement(ports);
        this.memberships = ports.memberships();
        this.keys = new MemberKeys(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void leave(Principal by, TenantId tenant, Device device) {
        transactions.inTenant(tenant, () -> {
            TenantMembership in = access.requireHeldWithoutMfa(by, tenant, Permission.LEAVE);
            management.requireDispensable(in.membership());
            keys.revoke(new Departure(in.tenant(), by.user(), by.actor(), device, "member_left"));
            memberships.remove(tenant, by.user());
            management.revokeInvitations(in.membership(), Optional.empty());
            trail.doneIn(
                    in.tenant(),
                    AuditAction.MEMBER_LEFT,
                    by.user(),
                    device,
                    Map.of("role", in.role().word()));
            return in;
        });
    }
}
