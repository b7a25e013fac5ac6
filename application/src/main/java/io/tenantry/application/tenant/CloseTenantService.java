package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mail.TenantNotices;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.CloseTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class CloseTenantService implements CloseTenant {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Reauthentication reauthentication;
    private final Tenants tenants;
    private final TenantNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;

    CloseTenantService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.tenants = ports.tenants();
        this.notices = new TenantNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** Whether they may is looked at before the password, which costs a hash, and again when it is done. */
    @Override
    public void close(Command command) {
        transactions.inTenant(command.tenant(), () -> requireMay(command));
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        transactions.inTenant(command.tenant(), () -> closed(command, proven));
    }

    private TenantMembership requireMay(Command command) {
        TenantMembership in = access.require(command.by(), command.tenant(), Permission.DELETE_TENANT);
        if (!in.tenant().slug().value().equals(command.slug())) {
            throw new InvalidInput(InvalidInput.SLUG, FieldProblem.MISMATCH);
        }
        return in;
    }

    private Tenant closed(Command command, CredentialVersion proven) {
        reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        TenantMembership in = access.requireHeld(command.by(), command.tenant(), Permission.DELETE_TENANT);
        Tenant closed = in.tenant().closed(clock.instant());
        tenants.update(closed);
        notices.closed(closed);
        trail.doneToTenant(closed, AuditAction.TENANT_CLOSED, command.by().user(), command.device(), Map.of());
        return closed;
    }
}
