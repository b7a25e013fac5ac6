package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.TenantNotices;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.apikey.WriteApiKeyUse;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import java.lang.System.Logger;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Asks the storage once whether a tenant was told, not every second: what it heard it remembers as long as it is told of. */
final class WriteApiKeyUseService implements WriteApiKeyUse {

    private static final Logger LOG = System.getLogger(WriteApiKeyUseService.class.getName());

    private static final int ALL = 100;

    private final Transactions transactions;
    private final KeyUses uses;
    private final QuotaNotices noted;
    private final Tenants tenants;
    private final TenantNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Set<Threshold> told = ConcurrentHashMap.newKeySet();

    WriteApiKeyUseService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.uses = ports.apiKeys().uses();
        this.noted = ports.apiKeys().quotaNotices();
        this.tenants = ports.tenants();
        this.notices = new TenantNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    private record Threshold(TenantId tenant, YearMonth month, int percent) {

        static Threshold of(QuotaUse use) {
            return new Threshold(use.tenant(), use.month(), use.percent());
        }
    }

    @Override
    public void write() {
        List<QuotaUse> reached = uses.write(clock.instant());
        told.retainAll(reached.stream().map(Threshold::of).collect(Collectors.toUnmodifiableSet()));
        reached.stream().filter(use -> !told.contains(Threshold.of(use))).forEach(this::tell);
    }

    /** Whatever hinders one must not keep the others. It is tried again at the next writing. */
    private void tell(QuotaUse use) {
        try {
            transactions.inTenant(use.tenant(), () -> tellOnce(use));
            told.add(Threshold.of(use));
        } catch (RuntimeException hindrance) {
            LOG.log(Logger.Level.ERROR, "tenant " + use.tenant() + " could not be told of its quota", hindrance);
        }
    }

    private Optional<Tenant> tellOnce(QuotaUse use) {
        Optional<Tenant> tenant =
                tenants.find(use.tenant()).filter(one -> noted.note(one.id(), use.month(), use.percent()));
        tenant.ifPresent(one -> tell(one, use));
        return tenant;
    }

    private void tell(Tenant tenant, QuotaUse use) {
        if (use.percent() == ALL) {
            notices.quotaUsed(tenant, use.used());
        } else {
            notices.quotaNearlyUsed(tenant, use.used());
        }
        Map<String, String> data = Map.of(
                "percent", String.valueOf(use.percent()),
                "used", String.valueOf(use.used()),
                "limit", String.valueOf(tenant.quotaLimit()));
        Target target = new Target(Target.Type.TENANT, tenant.id().toString());
        trail.doneBySystem(AuditAction.QUOTA_REACHED, Optional.of(tenant), target, data);
    }
}
