package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.StoreAvatar;
import io.tenantry.domain.user.User;

final class StoreAvatarService implements StoreAvatar {

    private final Transactions transactions;
    private final HeldUsers held;
    private final Profiles profiles;

    StoreAvatarService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.held = new HeldUsers(ports);
        this.profiles = ports.profiles();
    }

    @Override
    public void store(Command command) {
        transactions.outsideTenants(() -> {
            User user = held.hold(command.by().user()).orElseThrow(Unauthenticated::new);
            profiles.storeAvatar(user.id(), command.avatar());
            return user;
        });
    }
}
