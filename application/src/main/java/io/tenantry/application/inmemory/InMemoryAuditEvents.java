package io.tenantry.application.inmemory;

import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

final class InMemoryAuditEvents implements AuditEvents {

    private final InMemoryTransactions transactions;
    private final InMemoryRows<UUID, AuditEvent> rows;

    InMemoryAuditEvents(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void add(AuditEvent event) {
        rows.put(event.id(), event);
    }

    @Override
    public List<AuditEvent> about(UserId user, int limit) {
        List<AuditEvent> oldestFirst = rows.all()
                .filter(event -> isInReach(event) && isAbout(event, user))
                .toList();
        List<AuditEvent> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return newestFirst.stream().limit(limit).toList();
    }

    @Override
    public int removeBefore(Instant before, int limit) {
        return rows.removeFirst(limit, event -> event.at().isBefore(before) && isInReach(event));
    }

    @Override
    public Page<AuditEvent> page(AuditFilter filter, PageRequest request) {
        return InMemoryPages.descending(
                rows.all().filter(event -> isInReach(event) && fits(filter, event)),
                request,
                event -> new Cursor(event.at(), event.id()));
    }

    @Override
    public void eraseDevices(UserId user, List<Tenant> tenants) {
        Set<TenantId> named = tenants.stream().map(Tenant::id).collect(Collectors.toSet());
        rows.all()
                .filter(event -> event.tenant().map(Tenant::id).stream().allMatch(named::contains))
                .filter(event -> isAbout(event, user))
                .toList()
                .forEach(event -> rows.put(event.id(), withoutDevice(event)));
    }

    /** What is in memory is changed by nobody else. */
    @Override
    public AuditChain verify() {
        long events = rows.all().filter(this::isInReach).count();
        return new AuditChain(events, 0, Optional.empty(), "");
    }

    /** All of them, the oldest first. */
    List<AuditEvent> all() {
        return transactions.outsideTenants(() -> rows.all().toList());
    }

    void forget(TenantId tenant) {
        rows.removeFirst(
                Integer.MAX_VALUE,
                event -> event.tenant().map(Tenant::id).filter(tenant::equals).isPresent());
    }

    private boolean isInReach(AuditEvent event) {
        return transactions.isInTenant() == event.tenant().isPresent()
                && event.tenant().stream().allMatch(tenant -> transactions.reaches(tenant.id()));
    }

    private static boolean isAbout(AuditEvent event, UserId user) {
        return event.subject().filter(user::equals).isPresent()
                || event.actor().id().filter(user.value()::equals).isPresent();
    }

    private static boolean fits(AuditFilter filter, AuditEvent event) {
        return filter.action().stream().allMatch(action -> action == event.action())
                && filter.actor().stream()
                        .allMatch(actor ->
                                event.actor().id().filter(actor::equals).isPresent())
                && filter.from().stream().noneMatch(from -> event.at().isBefore(from))
                && filter.to().stream().allMatch(to -> event.at().isBefore(to));
    }

    private static AuditEvent withoutDevice(AuditEvent event) {
        return new AuditEvent(
                event.id(),
                event.at(),
                event.action(),
                event.actor(),
                event.tenant(),
                event.subject(),
                event.target(),
                Device.UNKNOWN,
                event.outcome(),
                event.data());
    }
}
