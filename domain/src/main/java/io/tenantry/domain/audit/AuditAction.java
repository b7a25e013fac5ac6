package io.tenantry.domain.audit;

import java.util.Arrays;
import java.util.Optional;

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
    TENANT_CREATED("tenant.created"),
    TENANT_CHANGED("tenant.changed"),
    TENANT_TERMS_CHANGED("tenant.terms_changed"),
    TENANT_CLOSED("tenant.closed"),
    TENANT_RESTORED("tenant.restored"),
    TENANT_REMOVED("tenant.removed"),
    TENANT_EXPORTED("tenant.exported"),
    TENANT_IMPORTED("tenant.imported"),
    DOMAIN_CLAIMED("domain.claimed"),
    DOMAIN_CONFIRMED("domain.confirmed"),
    DOMAIN_REMOVED("domain.removed"),
    MEMBER_JOINED("member.joined"),
    MEMBER_ROLE_CHANGED("member.role_changed"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_LEFT("member.left"),
    INVITATION_SENT("invitation.sent"),
    INVITATION_RESENT("invitation.resent"),
    INVITATION_REVOKED("invitation.revoked"),
    INVITATION_ACCEPTED("invitation.accepted"),
    INVITATION_DECLINED("invitation.declined"),
    ACCOUNT_DISABLED("account.disabled"),
    ACCOUNT_ENABLED("account.enabled"),
    SESSIONS_ENDED("sessions.ended"),
    USERS_IMPORTED("users.imported"),
    BACKUP_MADE("backup.made"),
    SIGNING_KEY_ROTATED("signing_key.rotated"),
    SIGNING_KEY_RETIRED("signing_key.retired"),
    SECRET_ROTATED("secret.rotated"),
    API_KEY_CREATED("api_key.created"),
    API_KEY_RENAMED("api_key.renamed"),
    API_KEY_ROTATED("api_key.rotated"),
    API_KEY_REVOKED("api_key.revoked"),
    API_KEY_TAKEN_OVER("api_key.taken_over"),
    MACHINE_TOKEN_REVOKED("machine_token.revoked"),
    QUOTA_REACHED("quota.reached"),
    WEBHOOK_CREATED("webhook.created"),
    WEBHOOK_CHANGED("webhook.changed"),
    WEBHOOK_SECRET_RENEWED("webhook.secret_renewed"),
    WEBHOOK_DEACTIVATED("webhook.deactivated"),
    WEBHOOK_REMOVED("webhook.removed"),
    ADMIN_SEARCHED_API_KEYS("admin.searched_api_keys"),
    ADMIN_SEARCHED_TENANTS("admin.searched_tenants"),
    ADMIN_SEARCHED_USERS("admin.searched_users"),
    ADMIN_READ_AUDIT("admin.read_audit"),
    ADMIN_READ_STATISTICS("admin.read_statistics"),
    ACCESS_REFUSED("access.refused");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The action of that word, if there is one. */
    public static Optional<AuditAction> ofWord(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }
}
