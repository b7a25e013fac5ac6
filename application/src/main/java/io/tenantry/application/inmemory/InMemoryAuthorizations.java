package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.Authorizations;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

final class InMemoryAuthorizations implements Authorizations {

    private final InMemoryRows<TokenDigest, Authorization> rows;

    InMemoryAuthorizations(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void open(Authorization authorization) {
        rows.put(authorization.state(), authorization);
    }

    @Override
    public Optional<Authorization> take(TokenDigest state) {
        return rows.take(state);
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
