package io.tenantry.domain.session;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions and their refresh tokens. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Sessions {

    void open(Session session);

    /** Keeps a refresh token of a session. */
    void issue(TokenDigest token, SessionId session, Optional<TenantId> tenant, Instant now);

    /**
     * Finds a refresh token with its session, and holds both until the transaction under way ends: of several that show one
     * token, or refresh and end one session, each sees what the one before it did.
     */
    Optional<RefreshGrant> hold(TokenDigest token);

    /** Marks a token that is held as used, with the salt of its successor. Salts that were kept for over a minute are erased. */
    void spend(TokenDigest token, RotationSalt salt, Instant now);

    /** Notes that a session which is held was used. */
    void used(SessionId session, Instant now);

    /** The user's sessions, the latest used first, those that ended too as long as they are kept. */
    List<Session> of(UserId user);

    /** Notes that a second factor was shown in a session. All nodes hear of it within a second. */
    void secondFactorShown(SessionId session);

    /** @return how many that were over before {@code before} were removed with their tokens, {@code limit} at most */
    int removeOver(Instant before, int limit);

    /** Ends a session. False if it had ended already, or never was. All nodes hear of it within a second. */
    boolean end(SessionId session, Instant now);

    /** Ends every session of a user, but for {@code except}. All nodes hear of it within a second. */
    void endAll(UserId user, Optional<SessionId> except, Instant now);
}
