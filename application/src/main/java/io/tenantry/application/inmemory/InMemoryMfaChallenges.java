package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaChallenges;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

final class InMemoryMfaChallenges implements MfaChallenges {

    private final InMemoryRows<TokenDigest, MfaChallenge> rows;

    InMemoryMfaChallenges(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void open(MfaChallenge challenge) {
        rows.put(challenge.digest(), challenge);
    }

    @Override
    public Optional<MfaChallenge> hold(TokenDigest token) {
        return rows.find(token);
    }

    @Override
    public void failed(TokenDigest token) {
        rows.find(token).ifPresent(kept -> rows.put(token, kept.failed()));
    }

    @Override
    public void remove(TokenDigest token) {
        rows.remove(token);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return rows.removeFirst(limit, kept -> kept.expiresAt().isBefore(before));
    }

    void forget(UserId user) {
        rows.removeFirst(Integer.MAX_VALUE, kept -> kept.user().equals(user));
    }
}
