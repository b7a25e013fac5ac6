package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.ReadAvatar;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

/** Who belongs where is known at every request: so nobody needs to look across the walls for it. */
final class ReadAvatarService implements ReadAvatar {

    private final Transactions transactions;
    private final Identities identities;
    private final Profiles profiles;

    ReadAvatarService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.identities = ports.identities();
        this.profiles = ports.profiles();
    }

    @Override
    public Avatar read(Command command) {
        if (!mayBeSeen(command.of(), command.by().user())) {
            throw new NotFound();
        }
        return transactions.outsideTenants(() -> profiles.avatar(command.of())).orElseThrow(NotFound::new);
    }

    private boolean mayBeSeen(UserId user, UserId reader) {
        if (user.equals(reader)) {
            return true;
        }
        Optional<Identity> shown = identities.of(user);
        return identities
                .of(reader)
                .filter(who -> shown.filter(who::worksWith).isPresent())
                .isPresent();
    }
}
