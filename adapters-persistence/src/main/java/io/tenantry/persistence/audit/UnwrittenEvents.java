package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The events of one transaction that are not yet written. */
final class UnwrittenEvents {

    private final List<AuditEvent> installations = new ArrayList<>();

    /** In one order for all transactions: so that of two none waits for what the other holds. */
    private final Map<TenantId, OfTenant> tenants = new TreeMap<>(Comparator.comparing(TenantId::value));

    private record OfTenant(Tenant tenant, List<AuditEvent> events) {}

    void add(AuditEvent event) {
        event.tenant()
                .map(tenant -> tenants.computeIfAbsent(tenant.id(), id -> new OfTenant(tenant, new ArrayList<>())))
                .map(OfTenant::events)
                .orElse(installations)
                .add(event);
    }

    /** Gives all of them away: the installation's first, for nobody waits for these. */
    void take(Consumer<List<AuditEvent>> toInstallation, BiConsumer<Tenant, List<AuditEvent>> toTenant) {
        if (!installations.isEmpty()) {
            toInstallation.accept(installations);
        }
        tenants.values().forEach(each -> toTenant.accept(each.tenant(), each.events()));
        installations.clear();
        tenants.clear();
    }
}
