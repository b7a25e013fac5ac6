package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens sessions, for whoever has shown who they are: at sign-in, or by registering. */
public final class SessionOpening {

    /**
     * How a session is opened.
     *
     * @param secondFactor whether a second factor was shown
     * @param by how they have shown who they are: a short word for the audit
     */
    public record Terms(SessionKind kind, boolean rememberMe, boolean secondFactor, Device device, String by) {}

    private final Sessions sessions;
    private final TokenPolicy policy;
    private final TokenIssue tokens;
    private final Devices devices;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be cryptographically strong */
    public SessionOpening(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.sessions = ports.sessions();
        this.policy = policies.tokens();
        this.tokens = new TokenIssue(ports, policy, random);
        this.devices = new Devices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Stores a new session and its first refresh token, if its kind has any, within the transaction under way; notes it in the
     * audit, and tells the user if the device is new to them.
     *
     * @param tenant where the tokens lead, if anywhere
     */
    public SignedIn open(User user, Optional<TenantMembership> tenant, Terms terms) {
        Instant now = clock.instant();
        Session session = policy.open(
                SessionId.next(now, random),
                user.id(),
                terms.kind(),
                terms.rememberMe(),
                terms.secondFactor(),
                terms.device(),
                now);
        sessions.open(session);
        devices.seen(user, terms.device());
        note(user, tenant.map(TenantMembership::tenant), terms);
        return tokens.to(user, session, tenant, now);
    }

    private void note(User user, Optional<Tenant> tenant, Terms terms) {
        trail.doneIn(tenant, AuditAction.SIGN_IN, user.id(), terms.device(), Map.of("by", terms.by()));
    }
}
