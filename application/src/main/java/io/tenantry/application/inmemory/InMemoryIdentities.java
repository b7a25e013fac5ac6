package io.tenantry.application.inmemory;

import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.util.Optional;

/** Remembers nothing: in memory, looking is as quick. */
final class InMemoryIdentities implements Identities {

    private final InMemoryTransactions transactions;
    private final InMemorySessions sessions;
    private final Users users;
    private final Memberships memberships;
    private final Profiles profiles;
    private final SecondFactors secondFactors;

    InMemoryIdentities(
            InMemoryTransactions transactions,
            InMemorySessions sessions,
            Users users,
            Memberships memberships,
            Profiles profiles,
            SecondFactors secondFactors) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.users = users;
        this.memberships = memberships;
        this.profiles = profiles;
        this.secondFactors = secondFactors;
    }

    @Override
    public Optional<Session> session(SessionId id) {
        return transactions.acrossTenants(() -> sessions.find(id));
    }

    @Override
    public Optional<Identity> of(UserId user) {
        return transactions.acrossTenants(() -> users.find(user)
                .map(found -> new Identity(found, profiles.of(user), secondFactors.of(user), memberships.of(user))));
    }
}
