package io.tenantry.application.inmemory;

import io.tenantry.domain.machine.RevokedTokens;
import java.time.Instant;
import java.util.UUID;

final class InMemoryRevokedTokens implements RevokedTokens {

    private final InMemoryTransactions transactions;
    private final InMemoryRows<UUID, Instant> ends;

    InMemoryRevokedTokens(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.ends = new InMemoryRows<>(transactions);
    }

    @Override
    public void revoke(UUID token, Instant expiresAt) {
        ends.add(token, expiresAt);
    }

    @Override
    public boolean isRevoked(UUID token) {
        return transactions.outsideTenants(() -> ends.find(token).isPresent());
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return ends.removeFirst(limit, end -> !end.isAfter(now));
    }
}
