package io.tenantry.domain.audit;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who did it.
 *
 * @param id the user's, or the key's; empty for the system and for a caller who is not known
 */
public record Actor(Kind kind, Optional<UUID> id) {

    /** Of what kind. */
    public enum Kind {
        USER,
        OPERATOR,
        /** A key of the tenant. */
        API_KEY,
        /** A command of the operator's on the machine, or a schedule. */
        SYSTEM,
        /** Somebody who has not shown who they are. */
        ANONYMOUS
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, Optional.empty());

    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, Optional.empty());

    public static Actor user(UserId user) {
        return new Actor(Kind.USER, Optional.of(user.value()));
    }

    public static Actor apiKey(ApiKeyId key) {
        return new Actor(Kind.API_KEY, Optional.of(key.value()));
    }

    public static Actor operator(UserId user) {
        return new Actor(Kind.OPERATOR, Optional.of(user.value()));
    }
}
