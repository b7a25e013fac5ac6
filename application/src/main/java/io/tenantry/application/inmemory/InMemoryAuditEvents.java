package io.tenantry.application.inmemory;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

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

    /** All of them, the oldest first. */
    List<AuditEvent> all() {
        return transactions.outsideTenants(() -> rows.all().toList());
    }

    private boolean isInReach(AuditEvent event) {
        return transactions.isInTenant() == event.tenant().isPresent()
                && event.tenant().stream().allMatch(tenant -> transactions.reaches(tenant.id()));
    }

    private static boolean isAbout(AuditEvent event, UserId user) {
        return event.subject().filter(user::equals).isPresent()
                || event.actor().id().filter(user.value()::equals).isPresent();
    }
}
