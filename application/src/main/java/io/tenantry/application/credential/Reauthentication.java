package io.tenantry.application.credential;

import io.tenantry.application.Later;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Makes a signed-in caller prove once more who they are, before what a thief of their session must not do. */
public final class Reauthentication {

    /**
     * Lets pass who knows their password. A user without one (who signs in by passkey or provider) passes if the session was
     * opened within the last 10 minutes. Outside of transactions: it hashes. A wrong password counts towards the lock-out.
     *
     * @param field under which a wrong password is reported
     * @return the credential that was proven: to be compared with the one held in the transaction that follows
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong or missing
     * @throws io.tenantry.domain.failure.Throttled if too many wrong ones came before
     * @throws io.tenantry.domain.failure.Unauthenticated if the user is no more
     */
    public CredentialVersion require(Principal by, Optional<Password> password, String field, Device device) {
        Later.fail();
        return null;
    }
}
