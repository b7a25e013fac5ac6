package io.tenantry.application.inmemory;

import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

final class InMemoryProfiles implements Profiles {

    private final InMemoryRows<UserId, Profile> profiles;
    private final InMemoryRows<UserId, Avatar> avatars;

    InMemoryProfiles(InMemoryTransactions transactions) {
        this.profiles = new InMemoryRows<>(transactions);
        this.avatars = new InMemoryRows<>(transactions);
    }

    @Override
    public Profile of(UserId user) {
        Profile said = profiles.find(user).orElse(Profile.UNSAID);
        return new Profile(
                said.phone(),
                said.timezone(),
                said.locale(),
                said.notifications(),
                said.preferences(),
                avatars.find(user).map(Avatar::tag));
    }

    @Override
    public void store(UserId user, Profile profile) {
        profiles.put(user, profile);
    }

    @Override
    public Optional<Avatar> avatar(UserId user) {
        return avatars.find(user);
    }

    @Override
    public void storeAvatar(UserId user, Avatar avatar) {
        avatars.put(user, avatar);
    }

    @Override
    public void removeAvatar(UserId user) {
        avatars.remove(user);
    }

    void forget(UserId user) {
        profiles.remove(user);
        avatars.remove(user);
    }
}
