package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.user.User;
import java.time.Instant;

/**
 * What somebody may have left who registered an address before its owner: ways to sign in that were set up before anybody had
 * shown that the address is theirs. What was set up afterwards is the owner's, and stays.
 */
final class SquattedAccount {

    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final LinkedIdentities identities;

    SquattedAccount(DrivenPorts ports) {
        this.secondFactors = ports.secondFactors();
        this.passkeys = ports.passkeys();
        this.identities = ports.linkedIdentities();
    }

    /** Within the transaction under way; all of it, if the address was never verified. */
    void removeFrom(User user) {
        Instant owned = user.emailVerifiedAt().orElse(Instant.MAX);
        secondFactors.removeOlder(user.id(), owned);
        passkeys.removeOlder(user.id(), owned);
        identities.removeOlder(user.id(), owned);
    }
}
