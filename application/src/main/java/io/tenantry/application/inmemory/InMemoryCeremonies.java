package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.passkey.Ceremonies;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

final class InMemoryCeremonies implements Ceremonies {

    private final InMemoryRows<TokenDigest, Ceremony> rows;

    InMemoryCeremonies(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void open(Ceremony ceremony) {
        rows.put(ceremony.digest(), ceremony);
    }

    @Override
    public Optional<Ceremony> take(TokenDigest token) {
        return rows.take(token);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return rows.removeFirst(limit, kept -> kept.expiresAt().isBefore(before));
    }

    void forget(UserId user) {
        rows.removeFirst(
                Integer.MAX_VALUE, kept -> kept.user().filter(user::equals).isPresent());
    }
}
