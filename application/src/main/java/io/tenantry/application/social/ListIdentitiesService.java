package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.ListIdentities;
import java.util.List;

final class ListIdentitiesService implements ListIdentities {

    private final Transactions transactions;
    private final LinkedIdentities identities;

    ListIdentitiesService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.identities = ports.linkedIdentities();
    }

    @Override
    public List<LinkedIdentity> list(Principal by) {
        return transactions.outsideTenants(() -> identities.of(by.user()));
    }
}
