package io.tenantry.domain.user;

/** Who must have verified the address before they sign in. */
public enum EmailVerification {
    /** As each contract has it: owners of a registered tenant may sign in at once, other users may not. */
    CONTRACT,
    /** Everybody. */
    ALWAYS,
    /** Nobody. */
    NEVER;

    public boolean refuses(User user) {
        return switch (this) {
            case CONTRACT -> user.verifyBeforeSignIn() && !user.emailVerified();
            case ALWAYS -> !user.emailVerified();
            case NEVER -> false;
        };
    }
}
