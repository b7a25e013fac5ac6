package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.RemoveAvatar;

final class RemoveAvatarService implements RemoveAvatar {

    private final Transactions transactions;
    private final Profiles profiles;

    RemoveAvatarService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.profiles = ports.profiles();
    }

    @Override
    public void remove(Principal by) {
        transactions.outsideTenants(() -> {
            profiles.removeAvatar(by.user());
            return by;
        });
    }
}
