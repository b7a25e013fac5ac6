package io.tenantry.domain.audit;

/** What may be found in the audit. The words are stable: they stand in rows, in the security log and in answers. */
public enum AuditAction {
    ACCOUNT_REGISTERED("account.registered"),
    ACCOUNT_LOCKED("account.locked"),
    ACCOUNT_UPDATED("account.updated"),
    ACCOUNT_EXPORTED("account.exported"),
    ACCOUNT_DELETED("account.deleted"),
    SIGN_IN("session.sign_in"),
    MFA_ASKED("session.mfa_asked"),
    MFA_CODE("session.mfa"),
    SESSION_ENDED("session.ended"),
    REFRESH_REUSED("session.refresh_reused"),
    TENANT_SWITCHED("session.tenant_switched"),
    PASSWORD_CHANGED("password.changed"),
    PASSWORD_CONFIRMED("password.confirmed"),
    PASSWORD_RESET_REQUESTED("password.reset_requested"),
    PASSWORD_RESET("password.reset"),
    EMAIL_VERIFIED("email.verified"),
    EMAIL_CHANGE_REQUESTED("email.change_requested"),
    EMAIL_CHANGED("email.changed"),
    TOTP_ADDED("mfa.totp_added"),
    TOTP_REMOVED("mfa.totp_removed"),
    RECOVERY_CODES_RENEWED("mfa.recovery_codes_renewed"),
    PASSKEY_ADDED("passkey.added"),
    PASSKEY_RENAMED("passkey.renamed"),
    PASSKEY_REMOVED("passkey.removed"),
    IDENTITY_LINKED("identity.linked"),
    IDENTITY_UNLINKED("identity.unlinked"),
    OPERATOR_APPOINTED("operator.appointed"),
    OPERATOR_DISMISSED("operator.dismissed"),
    TENANT_REGISTERED("tenant.registered"),
    TENANT_STATUS_CHANGED("tenant.status_changed"),
    ACCESS_REFUSED("access.refused");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
