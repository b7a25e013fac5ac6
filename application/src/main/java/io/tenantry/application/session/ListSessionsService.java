package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.ListSessions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.Sessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

final class ListSessionsService implements ListSessions {

    private final Transactions transactions;
    private final Sessions sessions;
    private final InstantSource clock;

    ListSessionsService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.sessions = ports.sessions();
        this.clock = clock;
    }

    @Override
    public List<Session> list(Principal by) {
        Instant now = clock.instant();
        return transactions.outsideTenants(() -> sessions.of(by.user())).stream()
                .filter(session -> session.isLiveAt(now))
                .toList();
    }
}
