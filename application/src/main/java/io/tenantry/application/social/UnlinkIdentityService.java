package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.credential.SignInMethods;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.UnlinkIdentity;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class UnlinkIdentityService implements UnlinkIdentity {

    private final Transactions transactions;
    private final LinkedIdentities identities;
    private final SignInMethods methods;
    private final IdentityLinks links;
    private final Reauthentication reauthentication;

    UnlinkIdentityService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.identities = ports.linkedIdentities();
        this.methods = new SignInMethods(ports);
        this.links = new IdentityLinks(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
    }

    @Override
    public void unlink(Command command) {
        transactions.outsideTenants(() -> remove(command));
    }

    private LinkedIdentity remove(Command command) {
        User user = reauthentication.requireLive(command.by());
        LinkedIdentity link = identities.of(user.id()).stream()
                .filter(one -> one.id().equals(command.identity()))
                .findFirst()
                .orElseThrow(NotFound::new);
        methods.requireAnother(user.id());
        identities.remove(user.id(), link.id());
        links.tellUnlinked(user, link, command.device());
        return link;
    }
}
