package io.tenantry.persistence.mail;

import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.persistence.mapping.DomainArguments;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A request for a mail as it is stored. */
public record MailRequestRow(UUID id, String kind, String email, Instant requestedAt) {

    /** Empty for what is no address by today's rules: it is let go, and holds up no other. */
    Optional<MailRequest> request() {
        MailKind about = DomainArguments.ofWord(MailKind.class, kind);
        return EmailAddress.parse(email).map(address -> new MailRequest(new MailId(id), about, address, requestedAt));
    }
}
