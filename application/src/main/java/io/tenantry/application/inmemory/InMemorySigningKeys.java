package io.tenantry.application.inmemory;

import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeys;
import java.util.Comparator;
import java.util.List;

/** Transactions run one at a time here: whoever reads keys holds them. */
final class InMemorySigningKeys implements SigningKeys {

    private static final Comparator<SigningKey> OLDEST_FIRST = Comparator.comparing(SigningKey::createdAt)
            .thenComparing(SigningKey::signsFrom)
            .thenComparing(SigningKey::id);

    private final InMemoryRows<String, SigningKey> rows;

    InMemorySigningKeys(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public List<SigningKey> all() {
        return rows.all().sorted(OLDEST_FIRST.reversed()).toList();
    }

    @Override
    public void addFirst(SigningKey key) {
        if (all().isEmpty()) {
            add(key);
        }
    }

    @Override
    public List<SigningKey> hold() {
        return all();
    }

    @Override
    public void add(SigningKey key) {
        rows.put(key.id(), key);
    }

    @Override
    public void remove(String id) {
        rows.remove(id);
    }
}
