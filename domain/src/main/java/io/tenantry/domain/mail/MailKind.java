package io.tenantry.domain.mail;

/** What a mail is about. Each kind has one template. */
public enum MailKind {
    VERIFY_EMAIL,
    RESET_PASSWORD
}
