package io.tenantry.persistence.user;

import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.util.Optional;

/** Profiles in the table {@code profile}, pictures in {@code avatar}. */
public final class JdbiProfiles implements Profiles {

    private final CurrentTransaction current;
    private final Dao<ProfileDao> profiles;

    public JdbiProfiles(CurrentTransaction current) {
        this.current = current;
        this.profiles = new Dao<>(current, ProfileDao.class);
    }

    @Override
    public Profile of(UserId user) {
        return profiles.get(dao -> dao.of(user));
    }

    @Override
    public void store(UserId user, Profile profile) {
        current.changes(Change.of(user));
        profiles.run(dao -> dao.store(user, profile));
    }

    @Override
    public Optional<Avatar> avatar(UserId user) {
        return profiles.get(dao -> dao.avatar(user)).map(Avatar::new);
    }

    @Override
    public void storeAvatar(UserId user, Avatar avatar) {
        current.changes(Change.of(user));
        profiles.run(dao -> dao.storeAvatar(user, avatar.tag(), avatar.png()));
    }

    @Override
    public void removeAvatar(UserId user) {
        current.changes(Change.of(user));
        profiles.run(dao -> dao.removeAvatar(user));
    }
}
