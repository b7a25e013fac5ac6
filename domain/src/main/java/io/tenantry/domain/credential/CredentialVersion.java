package io.tenantry.domain.credential;

/** Counts the passwords that a user has had: what was begun under an older one must not be finished under a newer one. */
public record CredentialVersion(int value) {}
