package io.tenantry.domain.passkey;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.User;
import java.util.List;

/**
 * The rules of WebAuthn (Level 3, section 7): what is asked of an authenticator, and whether its answer holds. Called outside
 * of transactions; keeps nothing.
 */
@DrivenPort
public interface WebAuthn {

    /**
     * Asks for a new, discoverable, user-verifying credential.
     *
     * @param existing those that the user has: not to be made again
     */
    Asked askForRegistration(User user, List<Passkey> existing);

    /** @throws io.tenantry.domain.failure.InvalidPasskey if the answer does not hold */
    PublicKeyCredential registered(String request, String answer);

    /**
     * Asks for the use of a credential, with the user verified.
     *
     * @param allowed one of these; empty for any that the authenticator can discover
     */
    Asked askForSignIn(List<Passkey> allowed);

    /**
     * Which credential an answer is of, unexamined.
     *
     * @throws io.tenantry.domain.failure.InvalidPasskey if it is none
     */
    CredentialId credentialOf(String answer);

    /**
     * Whether the answer holds: signature, challenge, origin, user verified, and the count of signatures, which must grow where
     * the authenticator counts.
     *
     * @return the new count
     * @throws io.tenantry.domain.failure.InvalidPasskey if it does not
     */
    long signed(String request, String answer, Passkey passkey);

    /**
     * @param request to be kept until the answer comes
     * @param options what the browser is given: JSON of {@code PublicKeyCredentialCreationOptions} or {@code
     *     PublicKeyCredentialRequestOptions}
     */
    record Asked(String request, String options) {}
}
