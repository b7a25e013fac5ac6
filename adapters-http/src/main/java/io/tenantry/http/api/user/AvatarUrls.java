package io.tenantry.http.api.user;

import io.tenantry.domain.user.UserId;
import java.net.URI;
import java.util.Optional;

/** Where users' pictures are to be found. */
public final class AvatarUrls {
    private final String base;

    /** @param publicUrl the base of every link */
    public AvatarUrls(URI publicUrl) {
        this.base = publicUrl.toString().replaceAll("/+$", "") + "/api/v1/users/";
    }

    /**
     * The address of a user's picture; null if they have none.
     *
     * @param tag of the picture: another picture has another address
     */
    String of(UserId user, Optional<String> tag) {
        return tag.map(version -> base + user + "/avatar?v=" + version).orElse(null);
    }
}
