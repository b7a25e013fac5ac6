package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.social.ProviderVisits.Ticket;
import io.tenantry.application.social.ProviderVisits.Visitor;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.social.LinkIdentity;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class LinkIdentityService implements LinkIdentity {

    private final Transactions transactions;
    private final ProviderVisits visits;
    private final IdentityLinks links;
    private final Reauthentication reauthentication;

    LinkIdentityService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.visits = new ProviderVisits(ports, clock);
        this.links = new IdentityLinks(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
    }

    @Override
    public LinkedIdentity link(Command command) {
        Ticket ticket = new Ticket(command.state(), command.browserToken(), command.code(), command.issuer());
        Visitor visitor = visits.comeBack(ticket, Optional.of(command.by().user()));
        return transactions.outsideTenants(() -> link(visitor, command));
    }

    private LinkedIdentity link(Visitor visitor, Command command) {
        User user = reauthentication.requireLive(command.by());
        if (!user.emailVerified()) {
            throw new EmailNotVerified();
        }
        LinkedIdentity link = links.add(user, visitor);
        links.tellLinked(user, link, command.device());
        return link;
    }
}
