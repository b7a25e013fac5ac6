package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemorySessions implements Sessions {

    private static final Duration SALTS_KEPT = Duration.ofMinutes(1);

    /** A refresh token; what belongs to its session is looked up there. */
    private record Token(
            TokenDigest digest, SessionId session, Optional<TenantId> tenant, Optional<RefreshGrant.Spent> spent) {

        Token withSpent(RefreshGrant.Spent use) {
            return new Token(digest, session, tenant, Optional.of(use));
        }
    }

    private final InMemoryRows<SessionId, Session> sessions;
    private final InMemoryRows<TokenDigest, Token> tokens;

    InMemorySessions(InMemoryTransactions transactions) {
        this.sessions = new InMemoryRows<>(transactions);
        this.tokens = new InMemoryRows<>(transactions);
    }

    Stream<Session> all() {
        return sessions.all();
    }

    @Override
    public void open(Session session) {
        sessions.put(session.id(), session);
    }

    @Override
    public void issue(TokenDigest token, SessionId session, Optional<TenantId> tenant, Instant now) {
        tokens.put(token, new Token(token, session, tenant, Optional.empty()));
    }

    @Override
    public Optional<RefreshGrant> hold(TokenDigest token) {
        return tokens.find(token)
                .flatMap(kept -> sessions.find(kept.session())
                        .map(session -> new RefreshGrant(kept.digest(), session, kept.tenant(), kept.spent())));
    }

    @Override
    public void spend(TokenDigest token, RotationSalt salt, Instant now) {
        eraseSalts(now.minus(SALTS_KEPT));
        tokens.find(token)
                .ifPresent(kept -> tokens.put(token, kept.withSpent(new RefreshGrant.Spent(now, Optional.of(salt)))));
    }

    @Override
    public void used(SessionId session, Instant now) {
        find(session).ifPresent(kept -> sessions.put(session, kept.usedAt(now)));
    }

    @Override
    public boolean end(SessionId session, Instant now) {
        Optional<Session> open = find(session).filter(kept -> kept.endedAt().isEmpty());
        open.ifPresent(kept -> sessions.put(session, kept.endedAt(now)));
        return open.isPresent();
    }

    @Override
    public void endAll(UserId user, Optional<SessionId> except, Instant now) {
        sessions.all()
                .filter(session -> session.user().equals(user))
                .map(Session::id)
                .filter(id -> except.filter(id::equals).isEmpty())
                .toList()
                .forEach(id -> end(id, now));
    }

    Optional<Session> find(SessionId id) {
        return sessions.find(id);
    }

    private void eraseSalts(Instant before) {
        tokens.all()
                .filter(kept -> kept.spent()
                        .filter(use -> use.salt().isPresent() && use.at().isBefore(before))
                        .isPresent())
                .toList()
                .forEach(this::eraseSalt);
    }

    private void eraseSalt(Token kept) {
        kept.spent()
                .map(use -> new RefreshGrant.Spent(use.at(), Optional.empty()))
                .ifPresent(use -> tokens.put(kept.digest(), kept.withSpent(use)));
    }

    @Override
    public List<Session> of(UserId user) {
        return sessions.all()
                .filter(session -> session.user().equals(user))
                .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
                .toList();
    }

    @Override
    public void secondFactorShown(SessionId session) {
        find(session).ifPresent(kept -> sessions.put(session, kept.withSecondFactor()));
    }

    @Override
    public int removeOver(Instant before, int limit) {
        return remove(limit, session -> end(session).isBefore(before));
    }

    private static Instant end(Session session) {
        return session.endedAt().filter(session.endsUnused()::isAfter).orElse(session.endsUnused());
    }

    void forget(UserId user) {
        remove(Integer.MAX_VALUE, session -> session.user().equals(user));
    }

    private int remove(int limit, Predicate<Session> such) {
        int removed = sessions.removeFirst(limit, such);
        tokens.removeFirst(
                Integer.MAX_VALUE, token -> sessions.find(token.session()).isEmpty());
        return removed;
    }
}
