package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.tenant.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

final class ChangeTenantService implements ChangeTenant {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Tenants tenants;
    private final TenantReading reading;
    private final AuditTrail trail;
    private final InstantSource clock;

    ChangeTenantService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.tenants = ports.tenants();
        this.reading = new TenantReading(ports);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public TenantDetails change(Command command) {
        return transactions.inTenant(command.tenant(), () -> changed(command));
    }

    /** What people must show to come in is for people to say: a key that renames the tenant does not take it away. */
    private static void requireMayChangeMfa(Command command) {
        if (command.requireMfa().isPresent() && command.by() instanceof KeyPrincipal) {
            throw new Forbidden();
        }
    }

    private TenantDetails changed(Command command) {
        TenantMembership in = access.requireHeld(command.by(), command.tenant(), Permission.CHANGE_TENANT);
        requireMayChangeMfa(command);
        if (command.requireMfa().orElse(false)) {
            access.requireSecondFactor(command.by());
        }
        Tenant changed = apply(command, in.tenant(), clock.instant());
        List<String> changes = changes(in.tenant(), changed);
        return changes.isEmpty() ? reading.details(in) : reading.details(store(changed, changes, command), in);
    }

    private Tenant store(Tenant changed, List<String> changes, Command command) {
        tenants.update(changed);
        Map<String, String> data = Map.of("changed", String.join(",", changes));
        trail.doneToTenant(changed, AuditAction.TENANT_CHANGED, command.by(), command.device(), data);
        return changed;
    }

    private static Tenant apply(Command command, Tenant tenant, Instant now) {
        Tenant named = command.name().map(name -> tenant.named(name, now)).orElse(tenant);
        Tenant reached = command.contactEmail()
                .map(email -> named.withContactEmail(email, now))
                .orElse(named);
        return command.requireMfa()
                .map(required -> reached.requiringMfa(required, now))
                .orElse(reached);
    }

    private static List<String> changes(Tenant before, Tenant after) {
        List<String> changes = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changes.add("name");
        }
        if (!before.contactEmail().value().equals(after.contactEmail().value())) {
            changes.add("contact_email");
        }
        if (before.requireMfa() != after.requireMfa()) {
            changes.add("require_mfa");
        }
        return changes;
    }
}
