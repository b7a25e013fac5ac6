package io.tenantry.domain.mfa;

/** By what the second step of a sign-in may be done. */
public enum MfaMethod {
    TOTP("totp"),
    PASSKEY("passkey"),
    RECOVERY_CODE("recovery_code");

    private final String word;

    MfaMethod(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
