package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in the tables {@code audit_event}: the control plane's, and the one in each tenant's schema, which is a chain.
 *
 * <p>They are written just before the commit, or before the same transaction looks at the audit or changes it: the head of a
 * chain is locked by whoever adds to it, and so for as short as can be, after all other locks, and in one order of tenants.
 */
public final class JdbiAuditEvents implements AuditEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiAuditEvents.class);
    private static final List<AuditAction> KNOWN = List.of(AuditAction.values());
    private static final Cursor NEWEST = new Cursor(Instant.MAX, new UUID(-1, -1));

    /** Within a tenant's scope, bare names lead to its schema. */
    private static final String TENANTS = "audit_event";

    private final CurrentTransaction current;
    private final Dao<AuditDao> events;
    private final TenantChains chains;
    private final String installations;
    private final Consumer<AuditEvent> onAudit;

    /** @param onAudit hears of each event once it is committed; what it throws is logged and goes no further */
    public JdbiAuditEvents(CurrentTransaction current, ControlSchema schema, Consumer<AuditEvent> onAudit) {
        this.current = current;
        this.events = new Dao<>(current, AuditDao.class);
        this.chains = new TenantChains(current);
        this.installations = schema.quoted() + ".audit_event";
        this.onAudit = onAudit;
    }

    @Override
    public void add(AuditEvent event) {
        unwritten().add(event);
        current.afterCommit(() -> tell(event));
    }

    @Override
    public List<AuditEvent> about(UserId user, int limit) {
        return read(dao -> dao.about(auditInScope(), user, limit, KNOWN));
    }

    @Override
    public Page<AuditEvent> page(AuditFilter filter, PageRequest request) {
        List<AuditEvent> found = read(dao -> dao.page(
                auditInScope(),
                filter.action().map(List::of).orElse(KNOWN),
                filter.actor().map(actor -> "and e.actor_id = :actor").orElse(""),
                filter.actor(),
                filter.from().orElse(Instant.MIN),
                filter.to().orElse(Instant.MAX),
                request.after().orElse(NEWEST),
                request.limit() + 1));
        return Page.of(found, request, event -> new Cursor(event.at(), event.id()));
    }

    @Override
    public void eraseDevices(UserId user, List<Tenant> tenants) {
        write();
        events.run(dao -> dao.eraseDevices(user));
        chains.eraseDevices(user, tenants);
    }

    @Override
    public AuditChain verify() {
        write();
        return chains.verify();
    }

    @Override
    public int removeBefore(Instant before, int limit) {
        write();
        return current.isInTenant()
                ? chains.removeBefore(before, limit)
                : events.get(dao -> dao.removeBefore(before, limit));
    }

    private List<AuditEvent> read(Function<AuditDao, List<AuditRow>> query) {
        write();
        Optional<Tenant> tenant = current.isInTenant() ? events.get(AuditDao::tenantInScope) : Optional.empty();
        return events.get(query).stream().map(row -> row.event(tenant)).toList();
    }

    private String auditInScope() {
        return current.isInTenant() ? TENANTS : installations;
    }

    private UnwrittenEvents unwritten() {
        return current.kept(UnwrittenEvents.class, () -> {
            current.beforeCommit(this::write);
            return new UnwrittenEvents();
        });
    }

    private void write() {
        unwritten().take(this::writeInstallations, chains::append);
    }

    private void writeInstallations(List<AuditEvent> added) {
        events.run(dao -> dao.insert(added.stream().map(WrittenEvent::new).toList()));
    }

    private void tell(AuditEvent event) {
        try {
            onAudit.accept(event);
        } catch (RuntimeException failed) {
            LOG.error("Event {} is in the audit, but could not be told of", event.id(), failed);
        }
    }
}
