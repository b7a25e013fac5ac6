package io.tenantry.domain.user;

import io.tenantry.domain.failure.SignupClosed;

/** Who may register. */
public enum Signup {
    /** Anybody. */
    OPEN,
    /** Who was invited to a tenant. Tenants are made by operators. */
    INVITE,
    /** Who was invited by an operator. Tenants are made by operators; members may invite who has an account. */
    OPERATOR;

    /**
     * Lets pass where nobody need be invited. Asked first of all, before a password is hashed or an address looked up.
     *
     * @throws SignupClosed where registration is not open
     */
    public void requireOpen() {
        if (this != OPEN) {
            throw new SignupClosed();
        }
    }
}
