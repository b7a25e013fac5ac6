package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

final class InMemoryOneTimeTokens implements OneTimeTokens {

    private final InMemoryRows<TokenDigest, OneTimeToken> rows;

    InMemoryOneTimeTokens(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void replace(OneTimeToken token) {
        revoke(token.user(), token.purpose());
        rows.put(token.digest(), token);
    }

    @Override
    public Optional<OneTimeToken> find(TokenDigest digest) {
        return rows.find(digest);
    }

    @Override
    public boolean spend(TokenDigest digest) {
        return rows.remove(digest);
    }

    @Override
    public void revoke(UserId user, TokenPurpose purpose) {
        rows.removeFirst(Integer.MAX_VALUE, kept -> kept.user().equals(user) && kept.purpose() == purpose);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return rows.removeFirst(limit, kept -> kept.expiresAt().isBefore(before));
    }

    void forget(UserId user) {
        rows.removeFirst(Integer.MAX_VALUE, kept -> kept.user().equals(user));
    }
}
