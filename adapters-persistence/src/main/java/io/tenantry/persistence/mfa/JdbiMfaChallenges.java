package io.tenantry.persistence.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaChallenges;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that wait for their second factor, in the table {@code mfa_challenge}. */
public final class JdbiMfaChallenges implements MfaChallenges {

    private final Dao<MfaChallengeDao> challenges;

    public JdbiMfaChallenges(CurrentTransaction current) {
        this.challenges = new Dao<>(current, MfaChallengeDao.class);
    }

    @Override
    public void open(MfaChallenge challenge) {
        challenges.run(dao -> dao.insert(challenge));
    }

    @Override
    public Optional<MfaChallenge> hold(TokenDigest token) {
        return challenges.get(dao -> dao.hold(token));
    }

    @Override
    public void failed(TokenDigest token) {
        challenges.run(dao -> dao.failed(token));
    }

    @Override
    public void remove(TokenDigest token) {
        challenges.run(dao -> dao.remove(token));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return challenges.get(dao -> dao.removeExpired(before, limit));
    }
}
