package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.passkey.RenamePasskey;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class RenamePasskeyService implements RenamePasskey {

    private final Transactions transactions;
    private final Passkeys passkeys;
    private final AuditTrail audit;

    RenamePasskeyService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
        this.audit = new AuditTrail(ports, clock, random);
    }

    @Override
    public Passkey rename(Command command) {
        String name = OwnPasskey.name(command.name());
        return transactions.outsideTenants(() -> rename(command, name));
    }

    /** Held before it is changed: a sign-in meanwhile must not lose its count of signatures. */
    private Passkey rename(Command command, String name) {
        Passkey found = OwnPasskey.find(passkeys, command.by().user(), command.passkey());
        Passkey renamed = passkeys.hold(found.credential().id())
                .filter(held -> held.id().equals(found.id()))
                .orElseThrow(NotFound::new)
                .renamed(name);
        passkeys.update(renamed);
        audit.done(AuditAction.PASSKEY_RENAMED, command.by().user(), command.device(), OwnPasskey.named(renamed));
        return renamed;
    }
}
