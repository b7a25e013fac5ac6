package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.Optional;

/** Mailed tokens in the table {@code one_time_token}. */
public final class JdbiOneTimeTokens implements OneTimeTokens {

    private final Dao<OneTimeTokenDao> tokens;

    public JdbiOneTimeTokens(CurrentTransaction current) {
        this.tokens = new Dao<>(current, OneTimeTokenDao.class);
    }

    @Override
    public void replace(OneTimeToken token) {
        tokens.run(dao -> dao.replace(token));
    }

    @Override
    public Optional<OneTimeToken> find(TokenDigest digest) {
        return tokens.get(dao -> dao.find(digest));
    }

    @Override
    public boolean spend(TokenDigest digest) {
        return tokens.get(dao -> dao.delete(digest)) == 1;
    }

    @Override
    public void revoke(UserId user, TokenPurpose purpose) {
        tokens.run(dao -> dao.revoke(user, purpose));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return tokens.get(dao -> dao.removeExpired(before, limit));
    }
}
