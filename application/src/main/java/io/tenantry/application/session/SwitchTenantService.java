package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.session.SwitchTenant;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class SwitchTenantService implements SwitchTenant {

    private final Transactions transactions;
    private final Identities identities;
    private final Users users;
    private final Memberships memberships;
    private final TenantEntry entry;
    private final AuditTrail trail;
    private final InstantSource clock;

    SwitchTenantService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.identities = ports.identities();
        this.users = ports.users();
        this.memberships = ports.memberships();
        this.entry = new TenantEntry(ports, policies, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** A session that ends meanwhile is not held up: the tokens that it is given here are as dead as its others. */
    @Override
    public SignedIn change(Command command) {
        Instant now = clock.instant();
        Session session = live(command.by(), now).usedAt(now);
        return transactions.acrossTenants(() -> enter(command, session, now));
    }

    private Session live(Principal by, Instant now) {
        return identities
                .session(by.session())
                .filter(session -> session.user().equals(by.user()) && session.isLiveAt(now))
                .orElseThrow(Unauthenticated::new);
    }

    private SignedIn enter(Command command, Session session, Instant now) {
        User user =
                users.find(session.user()).filter(known -> !known.disabled()).orElseThrow(Unauthenticated::new);
        TenantMembership in = TenantChoice.named(command.tenant(), memberships.of(user.id()));
        trail.doneIn(in.tenant(), AuditAction.TENANT_SWITCHED, user.id(), command.device(), Map.of());
        return entry.enter(session, user, in, now);
    }
}
