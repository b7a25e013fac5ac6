package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

/**
 * What must be known at every request, without a query at every request: remembered a short while, and forgotten on every
 * node within a second of a change to session, user, membership or tenant. Called outside of transactions.
 */
@DrivenPort
public interface Identities {

    /** The session, ended or not; empty if it never was, or is long over. Its {@code lastUsedAt} may be a while old. */
    Optional<Session> session(SessionId id);

    /** The user with their memberships; empty if they are no more. */
    Optional<Identity> of(UserId user);
}
