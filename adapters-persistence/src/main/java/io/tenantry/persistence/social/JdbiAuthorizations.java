package io.tenantry.persistence.social;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.Authorizations;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.Optional;

/** Visits to providers in the table {@code provider_authorization}, nonce and verifier encrypted. */
public final class JdbiAuthorizations implements Authorizations {

    private final Dao<AuthorizationDao> authorizations;
    private final Encryption encryption;

    public JdbiAuthorizations(CurrentTransaction current, Encryption encryption) {
        this.authorizations = new Dao<>(current, AuthorizationDao.class);
        this.encryption = encryption;
    }

    @Override
    public void open(Authorization authorization) {
        AuthorizationRow sealed = AuthorizationRow.seal(authorization, encryption);
        authorizations.run(dao -> dao.insert(sealed));
    }

    @Override
    public Optional<Authorization> take(TokenDigest state) {
        return authorizations.get(dao -> dao.take(state)).map(row -> row.open(encryption));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return authorizations.get(dao -> dao.removeExpired(before, limit));
    }
}
