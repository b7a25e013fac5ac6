package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.util.Optional;

/**
 * Users who are about to be replaced: all that replace one hold the credential first, as do those that judge a token, so that
 * of two changes at once none undoes the other.
 */
public final class HeldUsers {

    private final Credentials credentials;
    private final Users users;

    public HeldUsers(DrivenPorts ports) {
        this.credentials = ports.credentials();
        this.users = ports.users();
    }

    /** The user as they are now, and stay until the transaction under way ends; empty if they are no more. */
    public Optional<User> hold(UserId user) {
        credentials.hold(user);
        return users.find(user);
    }
}
