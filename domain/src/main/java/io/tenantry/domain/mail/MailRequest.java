package io.tenantry.domain.mail;

import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;

/**
 * Somebody asked for a mail to an address, which may be nobody's. It is only noted down, so that asking costs the same for
 * every address; whose it is, and whether a mail is due, is found out later.
 */
public record MailRequest(MailId id, MailKind kind, EmailAddress email, Instant requestedAt) {}
