package io.tenantry.domain.mfa;

/**
 * The second factors that a user has.
 *
 * @param totp whether a code generator was set up and shown to work
 */
public record Factors(boolean totp, int recoveryCodesLeft, int passkeys) {

    /** Of a user who has none. */
    public static final Factors NONE = new Factors(false, 0, 0);

    /** Whether a sign-in by password asks for a second step. Recovery codes alone are no factor. */
    public boolean any() {
        return totp || passkeys > 0;
    }
}
