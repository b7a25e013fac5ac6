package io.tenantry.domain.passkey;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users' passkeys. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Passkeys {

    /** False, and nothing stored, when the credential is known, whoever's it is. All nodes hear of it within a second. */
    boolean add(Passkey passkey);

    /** The oldest first. */
    List<Passkey> of(UserId user);

    /** Finds one, and holds it until the transaction under way ends. */
    Optional<Passkey> hold(CredentialId credential);

    /** Replaces one that exists. */
    void update(Passkey passkey);

    /** False if the user has none such. */
    boolean remove(UserId user, PasskeyId passkey);

    /** Removes those of the user that were added before {@code before}. */
    void removeOlder(UserId user, Instant before);
}
