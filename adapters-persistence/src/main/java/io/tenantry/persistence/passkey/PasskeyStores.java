package io.tenantry.persistence.passkey;

import io.tenantry.domain.passkey.Ceremonies;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.persistence.transaction.CurrentTransaction;

/** The driven ports of passkeys, and of what is asked of authenticators. */
public record PasskeyStores(Passkeys passkeys, Ceremonies ceremonies) {

    /** Builds them. */
    public static PasskeyStores of(CurrentTransaction current) {
        return new PasskeyStores(new JdbiPasskeys(current), new JdbiCeremonies(current));
    }
}
