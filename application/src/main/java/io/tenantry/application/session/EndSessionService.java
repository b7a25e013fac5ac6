package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.Sessions;
import java.time.Instant;
import java.time.InstantSource;

final class EndSessionService implements EndSession {

    private final Transactions transactions;
    private final Sessions sessions;
    private final InstantSource clock;

    EndSessionService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.sessions = ports.sessions();
        this.clock = clock;
    }

    @Override
    public void end(Command command) {
        Instant now = clock.instant();
        transactions.outsideTenants(() -> sessions.end(named(command, now), now));
    }

    private SessionId named(Command command, Instant now) {
        if (command instanceof ByRefreshToken shown) {
            return shownBy(shown, now);
        }
        return ((Own) command).principal().session();
    }

    /** A spent token will do: who lost the answer to a refresh must be able to sign out all the same. */
    private SessionId shownBy(ByRefreshToken shown, Instant now) {
        return sessions.hold(shown.token().digest())
                .map(RefreshGrant::session)
                .filter(session -> session.kind() == shown.kind() && session.isLiveAt(now))
                .map(Session::id)
                .orElseThrow(InvalidRefreshToken::new);
    }
}
