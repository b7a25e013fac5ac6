package io.tenantry.persistence.passkey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.passkey.Ceremonies;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.Optional;

/** Ceremonies that wait for an authenticator, in the table {@code ceremony}. */
public final class JdbiCeremonies implements Ceremonies {

    private final Dao<CeremonyDao> ceremonies;

    public JdbiCeremonies(CurrentTransaction current) {
        this.ceremonies = new Dao<>(current, CeremonyDao.class);
    }

    @Override
    public void open(Ceremony ceremony) {
        ceremonies.run(dao -> dao.insert(ceremony));
    }

    @Override
    public Optional<Ceremony> take(TokenDigest token) {
        return ceremonies.get(dao -> dao.take(token));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return ceremonies.get(dao -> dao.removeExpired(before, limit));
    }
}
