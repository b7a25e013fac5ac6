package io.tenantry.application.inmemory;

import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeys;
import java.util.Comparator;
import java.util.List;

final class InMemorySigningKeys implements SigningKeys {

    private final InMemoryRows<String, SigningKey> rows;

    InMemorySigningKeys(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public List<SigningKey> all() {
        return rows.all()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }

    @Override
    public void addFirst(SigningKey key) {
        if (all().isEmpty()) {
            rows.put(key.id(), key);
        }
    }
}
