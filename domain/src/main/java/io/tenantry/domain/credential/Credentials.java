package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

/**
 * Users' passwords. Hashing is slow on purpose, bounded in how much of it runs and waits at once, and never done within a
 * transaction.
 */
@DrivenPort
public interface Credentials {

    /**
     * Hashes a password. Outside of any transaction.
     *
     * @throws io.tenantry.domain.failure.Overloaded if too many hashings run and wait
     */
    SealedPassword seal(Password password);

    /** Sets the user's password, within the transaction under way. The user's {@link CredentialVersion} is another from then on. */
    void store(UserId user, SealedPassword password);

    /**
     * Whether this is the user's password. Outside of any transaction: reads, gives the connection back, then hashes. Takes
     * as long for nobody ({@code user} empty), for a user without a password, and for a password of any length.
     *
     * @return the version of the credential that matched; empty if none did
     * @throws io.tenantry.domain.failure.Overloaded if too many hashings run and wait
     */
    Optional<CredentialVersion> match(Optional<UserId> user, Password password);

    /**
     * The version of the user's credential, held unchanged until the transaction under way ends: so that what is decided on
     * it holds when that commits. Version 0 if there is none.
     */
    CredentialVersion hold(UserId user);
}
