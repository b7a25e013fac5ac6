package io.tenantry.persistence.social;

import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts at providers in the table {@code linked_identity}. */
public final class JdbiLinkedIdentities implements LinkedIdentities {

    private final Dao<LinkedIdentityDao> identities;

    public JdbiLinkedIdentities(CurrentTransaction current) {
        this.identities = new Dao<>(current, LinkedIdentityDao.class);
    }

    @Override
    public boolean add(LinkedIdentity identity) {
        return identities.get(dao -> dao.insert(identity)) == 1;
    }

    @Override
    public Optional<LinkedIdentity> find(String issuer, String subject) {
        return identities.get(dao -> dao.find(issuer, subject));
    }

    @Override
    public List<LinkedIdentity> of(UserId user) {
        return identities.get(dao -> dao.of(user));
    }

    @Override
    public void used(LinkedIdentityId identity, Instant now) {
        identities.run(dao -> dao.used(identity, now));
    }

    @Override
    public boolean remove(UserId user, LinkedIdentityId identity) {
        return identities.get(dao -> dao.remove(user, identity)) == 1;
    }

    @Override
    public void removeOlder(UserId user, Instant before) {
        identities.run(dao -> dao.removeOlder(user, before));
    }
}
