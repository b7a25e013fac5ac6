package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.passkey.ListPasskeys;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import java.util.List;

final class ListPasskeysService implements ListPasskeys {

    private final Transactions transactions;
    private final Passkeys passkeys;

    ListPasskeysService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
    }

    @Override
    public List<Passkey> list(Principal by) {
        return transactions.outsideTenants(() -> passkeys.of(by.user()));
    }
}
