package io.tenantry.domain.user;

/** Who may register. */
public enum Signup {
    /** Anybody. */
    OPEN,
    /** Who was invited to a tenant. Tenants are made by operators. */
    INVITE,
    /** Who was invited by an operator. Tenants are made by operators; members may invite who has an account. */
    OPERATOR
}
