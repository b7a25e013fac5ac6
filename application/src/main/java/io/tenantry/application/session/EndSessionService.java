package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class EndSessionService implements EndSession {

    private final Transactions transactions;
    private final Sessions sessions;
    private final OneTimeTokens oneTimeTokens;
    private final AuditTrail trail;
    private final InstantSource clock;

    EndSessionService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.sessions = ports.sessions();
        this.oneTimeTokens = ports.oneTimeTokens();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public void end(Command command) {
        Instant now = clock.instant();
        transactions.outsideTenants(() -> {
            end(command, now);
            return command;
        });
    }

    private void end(Command command, Instant now) {
        if (command instanceof ByRefreshToken shown) {
            Session session = shownBy(shown, now);
            end(session.id(), session.user(), "own", shown.device(), now);
        } else if (command instanceof OneOf other) {
            end(theirs(other, now), other.principal().user(), "another", other.device(), now);
        } else if (command instanceof AllOthers others) {
            endOthers(others.principal(), others.device(), now);
        } else if (command instanceof Own own) {
            end(own.principal().session(), own.principal().user(), "own", own.device(), now);
        }
    }

    private void end(SessionId session, UserId user, String which, Device device, Instant now) {
        if (sessions.end(session, now)) {
            note(user, which, device);
        }
    }

    private void endOthers(Principal by, Device device, Instant now) {
        sessions.endAll(by.user(), Optional.of(by.session()), now);
        oneTimeTokens.revoke(by.user(), TokenPurpose.CONFIRM_EMAIL);
        note(by.user(), "all_others", device);
    }

    private void note(UserId user, String which, Device device) {
        trail.done(AuditAction.SESSION_ENDED, user, device, Map.of("which", which));
    }

    /** A spent token will do: who lost the answer to a refresh must be able to sign out all the same. */
    private Session shownBy(ByRefreshToken shown, Instant now) {
        return sessions.hold(shown.token().digest())
                .map(RefreshGrant::session)
                .filter(session -> session.kind() == shown.kind() && session.isLiveAt(now))
                .orElseThrow(InvalidRefreshToken::new);
    }

    private SessionId theirs(OneOf other, Instant now) {
        return sessions.of(other.principal().user()).stream()
                .filter(session -> session.id().equals(other.session()) && session.isLiveAt(now))
                .map(Session::id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
