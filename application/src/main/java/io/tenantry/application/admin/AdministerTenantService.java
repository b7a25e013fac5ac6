package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.tenant.Restoration;
import io.tenantry.domain.admin.AdministerTenant;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

final class AdministerTenantService implements AdministerTenant {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final AdministeredTenants administered;
    private final Restoration restoration;
    private final Tenants tenants;
    private final QuotaNotices quotaNotices;
    private final InstantSource clock;

    AdministerTenantService(DrivenPorts ports, OperatorAccess access, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = access;
        this.administered = new AdministeredTenants(ports);
        this.restoration = new Restoration(ports, clock, random);
        this.tenants = ports.tenants();
        this.quotaNotices = ports.apiKeys().quotaNotices();
        this.clock = clock;
    }

    @Override
    public TenantSummary change(Command command) {
        access.require(command.by());
        return transactions.inTenant(command.tenant(), () -> {
            Tenant tenant = administered.hold(command.tenant());
            return administered.summary(withStatus(withTerms(tenant, command), command));
        });
    }

    private Tenant withTerms(Tenant tenant, Command command) {
        Plan plan = command.plan().orElse(tenant.plan());
        long quota = command.quotaLimit().orElse(tenant.quotaLimit());
        if (plan.equals(tenant.plan()) && quota == tenant.quotaLimit()) {
            return tenant;
        }
        Tenant changed = tenant.on(plan, quota, clock.instant());
        tenants.update(changed);
        if (quota > tenant.quotaLimit()) {
            quotaNotices.reset(tenant.id());
        }
        access.did(
                AuditAction.TENANT_TERMS_CHANGED,
                command.by(),
                changed,
                command.device(),
                Map.of("plan", plan.value(), "quota_limit", Long.toString(quota)));
        return changed;
    }

    private Tenant withStatus(Tenant tenant, Command command) {
        TenantStatus status = command.status().orElse(tenant.status());
        if (status == tenant.status()) {
            return tenant;
        }
        return tenant.isClosed() && status == TenantStatus.ACTIVE
                ? restored(tenant, command)
                : given(status, tenant, command);
    }

    private Tenant restored(Tenant tenant, Command command) {
        Tenant restored = restoration.restore(tenant);
        access.did(AuditAction.TENANT_RESTORED, command.by(), restored, command.device(), Map.of());
        return restored;
    }

    private Tenant given(TenantStatus status, Tenant tenant, Command command) {
        Tenant changed = tenant.withStatus(status, clock.instant());
        tenants.update(changed);
        access.did(
                AuditAction.TENANT_STATUS_CHANGED,
                command.by(),
                changed,
                command.device(),
                Map.of("status", status.name().toLowerCase(Locale.ROOT)));
        return changed;
    }
}
