package io.tenantry.domain.passkey;

import java.util.Set;

/**
 * What an authenticator has made, as far as it is kept.
 *
 * @param publicKey in the form of COSE (RFC 9052), base64url
 * @param signatureCount how often it has signed, by its own word; 0 if it does not count
 * @param transports how it may be reached, as the browser said
 */
public record PublicKeyCredential(CredentialId id, String publicKey, long signatureCount, Set<String> transports) {

    public PublicKeyCredential {
        transports = Set.copyOf(transports);
    }

    /**
     * Whether this may be the count after the next signature: one that does not grow is a copy's, unless the authenticator does
     * not count (WebAuthn Level 3, section 6.1.1).
     */
    public boolean acceptsCount(long count) {
        return count > signatureCount || (count == 0 && signatureCount == 0);
    }

    public PublicKeyCredential signed(long count) {
        return new PublicKeyCredential(id, publicKey, count, transports);
    }
}
