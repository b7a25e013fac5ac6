package io.tenantry.domain.passkey;

import java.util.Objects;

/** By what an authenticator names a passkey (WebAuthn Level 3, section 4, "credential ID"): base64url of 1023 bytes at most. */
public record CredentialId(String base64url) {

    public CredentialId {
        Objects.requireNonNull(base64url);
    }
}
