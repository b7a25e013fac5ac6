package io.tenantry.domain.passkey;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's passkey.
 *
 * @param name by which its user knows it; 1 to 100 code points
 */
public record Passkey(
        PasskeyId id,
        UserId user,
        String name,
        PublicKeyCredential credential,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {

    /** In code points. */
    public static final int MAX_NAME_LENGTH = 100;

    /** How many a user may have. */
    public static final int MAX_PER_USER = 20;

    public static Optional<FieldProblem> problemWithName(String typed) {
        return PlainText.problemWith(PlainText.trim(typed), 1, MAX_NAME_LENGTH);
    }

    public Passkey renamed(String other) {
        return new Passkey(id, user, other, credential, createdAt, lastUsedAt);
    }

    public Passkey used(long signatureCount, Instant now) {
        return new Passkey(id, user, name, credential.signed(signatureCount), createdAt, Optional.of(now));
    }
}
