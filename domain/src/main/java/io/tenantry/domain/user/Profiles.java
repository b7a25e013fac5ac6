package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivenPort;
import java.util.Optional;

/** What users say of themselves. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Profiles {

    /** The user's, or {@link Profile#UNSAID}. */
    Profile of(UserId user);

    /** Keeps all but the avatar, which has calls of its own. */
    void store(UserId user, Profile profile);

    Optional<Avatar> avatar(UserId user);

    void storeAvatar(UserId user, Avatar avatar);

    void removeAvatar(UserId user);
}
