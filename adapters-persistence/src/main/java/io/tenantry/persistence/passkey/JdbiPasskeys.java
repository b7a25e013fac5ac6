package io.tenantry.persistence.passkey;

import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mfa.FactorChanges;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in the table {@code passkey}. */
public final class JdbiPasskeys implements Passkeys {

    private final FactorChanges changes;
    private final Dao<PasskeyDao> passkeys;

    public JdbiPasskeys(CurrentTransaction current) {
        this.changes = new FactorChanges(current);
        this.passkeys = new Dao<>(current, PasskeyDao.class);
    }

    @Override
    public boolean add(Passkey passkey) {
        String[] transports = passkey.credential().transports().toArray(String[]::new);
        return toldIf(passkeys.get(dao -> dao.insert(passkey, transports)) == 1, passkey.user());
    }

    @Override
    public List<Passkey> of(UserId user) {
        return passkeys.get(dao -> dao.of(user));
    }

    @Override
    public Optional<Passkey> hold(CredentialId credential) {
        return passkeys.get(dao -> dao.hold(credential));
    }

    /** Told to nobody: how many the user has stays as it was. */
    @Override
    public void update(Passkey passkey) {
        passkeys.run(dao -> dao.update(passkey));
    }

    @Override
    public boolean remove(UserId user, PasskeyId passkey) {
        return toldIf(passkeys.get(dao -> dao.remove(user, passkey)) == 1, user);
    }

    @Override
    public void removeOlder(UserId user, Instant before) {
        passkeys.run(dao -> dao.removeOlder(user, before));
        changes.tell(user);
    }

    private boolean toldIf(boolean changed, UserId user) {
        if (changed) {
            changes.tell(user);
        }
        return changed;
    }
}
