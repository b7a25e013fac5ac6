package io.tenantry.domain.mail;

/** What a mail may tell beside its link. */
public enum MailDetail {
    /** The address that an account has now, or is to have. */
    NEW_EMAIL,
    /** The IP address from which it was done. */
    ADDRESS,
    /** What the program by which it was done calls itself. */
    PROGRAM,
    /** The name of a passkey, or of the provider of a linked account. */
    NAME,
    /** The name of a tenant. */
    TENANT,
    /** Who invites, by their full name, or else their address; empty if it is an operator's command. */
    INVITER,
    /** The address of who has joined a tenant. */
    MEMBER,
    /** A role's word, as in {@link io.tenantry.domain.membership.Role#word()}. */
    ROLE,
    /** When something ends: an invitation, a tenant. ISO 8601, in UTC. */
    UNTIL,
    /** How many units of a quota are used, in digits. */
    USED,
    /** How many units a quota has, in digits. */
    LIMIT
}
