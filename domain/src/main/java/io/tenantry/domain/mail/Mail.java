package io.tenantry.domain.mail;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;

/**
 * A mail to be sent.
 *
 * @param recipient the person's full name; may be empty
 * @param token what its link carries; a secret
 */
public record Mail(MailId id, MailKind kind, EmailAddress to, String recipient, SecretToken token, Instant createdAt) {}
