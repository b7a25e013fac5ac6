package io.tenantry.domain.credential;

/** Counts the passwords that a user has had: what was begun under an older one must not be finished under a newer one. */
public record CredentialVersion(int value) {

    /** Of a user who never had a password. */
    public static final CredentialVersion NONE = new CredentialVersion(0);
}
