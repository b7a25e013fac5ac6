package io.tenantry.persistence.session;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions in the table {@code session}, their tokens in {@code refresh_token}. */
public final class JdbiSessions implements Sessions {

    private static final Duration SALT_KEPT = Duration.ofMinutes(1);

    private final CurrentTransaction current;
    private final Dao<SessionDao> sessions;

    public JdbiSessions(CurrentTransaction current) {
        this.current = current;
        this.sessions = new Dao<>(current, SessionDao.class);
    }

    @Override
    public void open(Session session) {
        sessions.run(dao -> dao.open(session, session.idle().toMillis()));
    }

    @Override
    public void issue(TokenDigest token, SessionId session, Optional<TenantId> tenant, Instant now) {
        sessions.run(dao -> dao.issue(token, session, tenant, now));
    }

    @Override
    public Optional<RefreshGrant> hold(TokenDigest token) {
        return sessions.get(dao -> dao.hold(token));
    }

    @Override
    public void spend(TokenDigest token, RotationSalt salt, Instant now) {
        sessions.run(dao -> dao.spend(token, salt, now, now.minus(SALT_KEPT)));
    }

    @Override
    public void used(SessionId session, Instant now) {
        sessions.run(dao -> dao.used(session, now));
    }

    @Override
    public List<Session> of(UserId user) {
        return sessions.get(dao -> dao.of(user));
    }

    @Override
    public void secondFactorShown(SessionId session) {
        current.changes(Change.of(session));
        sessions.run(dao -> dao.secondFactorShown(session));
    }

    @Override
    public int removeOver(Instant before, int limit) {
        return sessions.get(dao -> dao.removeOver(before, limit));
    }

    @Override
    public boolean end(SessionId session, Instant now) {
        current.changes(Change.of(session));
        return sessions.get(dao -> dao.end(session, now)).isPresent();
    }

    @Override
    public void endAll(UserId user, Optional<SessionId> except, Instant now) {
        current.changes(Change.of(user));
        sessions.run(dao -> dao.endAll(user, except, now));
    }
}
