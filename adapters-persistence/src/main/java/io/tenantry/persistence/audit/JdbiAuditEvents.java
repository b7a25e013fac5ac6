package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.DomainArguments;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events in the tables {@code audit_event}: the control plane's, and the one in each tenant's schema. */
public final class JdbiAuditEvents implements AuditEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiAuditEvents.class);
    private static final List<AuditAction> KNOWN = List.of(AuditAction.values());

    /** Within a tenant's scope, bare names lead to its schema. */
    private static final String TENANTS = "audit_event";

    private final CurrentTransaction current;
    private final Dao<AuditDao> events;
    private final String installations;
    private final Consumer<AuditEvent> onAudit;

    /** @param onAudit hears of each event once it is committed; what it throws is logged and goes no further */
    public JdbiAuditEvents(CurrentTransaction current, ControlSchema schema, Consumer<AuditEvent> onAudit) {
        this.current = current;
        this.events = new Dao<>(current, AuditDao.class);
        this.installations = schema.quoted() + ".audit_event";
        this.onAudit = onAudit;
    }

    @Override
    public void add(AuditEvent event) {
        List<String> names = new ArrayList<>(event.data().keySet());
        List<String> texts = names.stream().map(event.data()::get).toList();
        events.run(dao -> dao.insert(
                auditOf(event),
                event,
                event.target().map(Target::type).map(DomainArguments::word),
                event.target().map(Target::id),
                names,
                texts));
        current.afterCommit(() -> tell(event));
    }

    @Override
    public List<AuditEvent> about(UserId user, int limit) {
        String audit = auditInScope();
        Optional<Tenant> tenant = current.isInTenant() ? events.get(AuditDao::tenantInScope) : Optional.empty();
        return events.get(dao -> dao.about(audit, user, limit, KNOWN)).stream()
                .map(row -> row.event(tenant))
                .toList();
    }

    @Override
    public Page<AuditEvent> page(AuditFilter filter, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void eraseDevices(UserId user, List<Tenant> tenants) {}

    @Override
    public AuditChain verify() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int removeBefore(Instant before, int limit) {
        String audit = auditInScope();
        return events.get(dao -> dao.removeBefore(audit, before, limit));
    }

    private String auditInScope() {
        return current.isInTenant() ? TENANTS : installations;
    }

    /** By its full name: an event of a tenant may be noted in the scope of all. */
    private String auditOf(AuditEvent event) {
        return event.tenant()
                .map(Tenant::schema)
                .map(schema -> '"' + schema.value() + "\".audit_event")
                .orElse(installations);
    }

    private void tell(AuditEvent event) {
        try {
            onAudit.accept(event);
        } catch (RuntimeException failed) {
            LOG.error("Event {} is in the audit, but could not be told of", event.id(), failed);
        }
    }
}
