package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.failure.LastSignInMethod;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.user.UserId;

/** By what a user can sign in: a password, passkeys, accounts at providers. */
public final class SignInMethods {

    private final Credentials credentials;
    private final Passkeys passkeys;
    private final LinkedIdentities linkedIdentities;

    public SignInMethods(DrivenPorts ports) {
        this.credentials = ports.credentials();
        this.passkeys = ports.passkeys();
        this.linkedIdentities = ports.linkedIdentities();
    }

    /**
     * Lets a passkey or linked account be taken away from who has another way in. Within the transaction under way, which holds
     * the user's credential: so that of two that go at once, the second sees that the first is gone.
     *
     * @throws LastSignInMethod if the user could not sign in any more
     */
    public void requireAnother(UserId user) {
        boolean hasPassword = !credentials.hold(user).equals(CredentialVersion.NONE);
        int others = passkeys.of(user).size() + linkedIdentities.of(user).size();
        if (!hasPassword && others < 2) {
            throw new LastSignInMethod();
        }
    }
}
