package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Batch;

/** The tenants' audits, each a chain of events that ends at the one row of its table {@code audit_head}. */
final class TenantChains {

    /** Statements that travel together. */
    private static final int PORTION = 100;

    private static final int SALT_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final CurrentTransaction current;
    private final Dao<ChainDao> chains;

    TenantChains(CurrentTransaction current) {
        this.current = current;
        this.chains = new Dao<>(current, ChainDao.class);
    }

    /**
     * @throws IllegalStateException if the chain has lost its head, and so could not be continued
     */
    void append(Tenant tenant, List<AuditEvent> events) {
        List<ChainedEvent> linked = events.stream().map(this::chained).toList();
        current.reaching(tenant.id(), () -> chains.run(dao -> append(dao, tenant, linked)));
    }

    AuditChain verify() {
        return chains.get(dao -> {
            long unchained = dao.unchained();
            try (Stream<ChainRow> rows = dao.chain()) {
                return ChainCheck.of(rows.iterator(), unchained);
            }
        });
    }

    /** What stands beside the chain goes by its age; of the chain only a beginning, so that the rest still holds. */
    int removeBefore(Instant before, int limit) {
        return chains.get(dao -> {
            dao.holdHead();
            int unchained = dao.removeUnchained(before, limit);
            return unchained + dao.removeChained(before, limit - unchained);
        });
    }

    /** Many tenants' tables in few trips. An id and the name of a schema are nothing that a caller typed. */
    void eraseDevices(UserId user, List<Tenant> tenants) {
        for (int from = 0; from < tenants.size(); from += PORTION) {
            List<Tenant> portion = tenants.subList(from, Math.min(from + PORTION, tenants.size()));
            chains.run(dao -> eraseDevices(dao.getHandle().createBatch(), user, portion));
        }
    }

    private static void eraseDevices(Batch batch, UserId user, List<Tenant> tenants) {
        tenants.forEach(tenant -> batch.add("""
                update %1$s.audit_event
                   set address = null, user_agent = null, salt = null
                 where (subject = '%2$s' or actor_id = '%2$s')
                   and (address is not null or user_agent is not null or salt is not null)""".formatted(quoted(tenant), user.value())));
        batch.execute();
    }

    private static void append(ChainDao dao, Tenant tenant, List<ChainedEvent> events) {
        int[] added = dao.append(quoted(tenant), events);
        if (Arrays.stream(added).anyMatch(count -> count != 1)) {
            throw new IllegalStateException("the audit of tenant " + tenant.id() + " has lost the head of its chain");
        }
    }

    private ChainedEvent chained(AuditEvent event) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new ChainedEvent(new WrittenEvent(event), HexFormat.of().formatHex(salt));
    }

    private static String quoted(Tenant tenant) {
        return '"' + tenant.schema().value() + '"';
    }
}
