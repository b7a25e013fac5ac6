package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.SealedPassword;

/** A password as it is stored. Never shown. */
record BcryptHash(String value) implements SealedPassword {

    @Override
    public String toString() {
        return "BcryptHash[redacted]";
    }
}
