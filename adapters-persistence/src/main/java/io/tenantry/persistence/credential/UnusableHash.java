package io.tenantry.persistence.credential;

/** Why the hash of a password that another program made cannot be taken over. The message never shows the hash. */
public final class UnusableHash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableHash(String reason) {
        super(reason);
    }
}
