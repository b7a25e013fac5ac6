package io.tenantry.domain.mail;

import io.tenantry.domain.credential.SecretToken;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to be sent.
 *
 * @param token what its link carries, if it has one; a secret
 * @param details what else it tells; not for a log
 */
public record Mail(
        MailId id,
        MailKind kind,
        Recipient to,
        Optional<SecretToken> token,
        Map<MailDetail, String> details,
        Instant createdAt) {

    public Mail {
        details = Map.copyOf(details);
    }
}
