package io.tenantry.domain.mail;

/** What a mail is about. Each kind has one template in each language. */
public enum MailKind {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    /** To the address that is to become the user's. */
    CONFIRM_EMAIL,
    /** To an address that somebody wants to take over, while it is its own user's. */
    EMAIL_IN_USE,
    /** To the old address, when another is asked for. */
    EMAIL_CHANGE_REQUESTED,
    /** To the old address, once another has taken its place. */
    EMAIL_CHANGED,
    PASSWORD_CHANGED,
    TOTP_ADDED,
    TOTP_REMOVED,
    RECOVERY_CODES_RENEWED,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** A sign-in from a device that was not seen before. */
    NEW_SIGN_IN,
    ACCOUNT_LOCKED,
    ACCOUNT_DELETED,
    /** To whoever is invited to a tenant, with or without an account. */
    INVITATION,
    /** To who invited, once somebody has joined. */
    INVITATION_ACCEPTED,
    /** To a member whose role was changed by another. */
    ROLE_CHANGED,
    /** To who was taken out of a tenant by another. */
    MEMBER_REMOVED,
    /** To all owners: the tenant was closed, and when it will be removed. */
    TENANT_CLOSED,
    /** To all owners. */
    TENANT_RESTORED,
    /** To the member who answers for it. */
    API_KEY_CREATED,
    /** To all owners: 80 percent of the quota are used. */
    QUOTA_NEARLY_USED,
    /** To all owners: keys are refused until the month is over. */
    QUOTA_USED;

    /** Whether it has a link, and so a token. */
    public boolean hasLink() {
        return this == VERIFY_EMAIL || this == RESET_PASSWORD || this == CONFIRM_EMAIL || this == INVITATION;
    }
}
