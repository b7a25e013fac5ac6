package io.tenantry.persistence.mfa;

import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.encryption.Encryption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A code generator as it is stored, its secret encrypted and bound to the user: moved to another's row it does not open. */
@SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
public record TotpRow(
        UUID userId, byte[] sealedSecret, Instant createdAt, Optional<Instant> confirmedAt, long lastStep) {

    static byte[] seal(TotpEnrolment enrolment, Encryption encryption) {
        return encryption.seal(enrolment.secret().bytes(), row(enrolment.user()));
    }

    TotpEnrolment open(Encryption encryption) {
        UserId user = new UserId(userId);
        TotpSecret secret = new TotpSecret(encryption.open(sealedSecret, row(user)));
        return new TotpEnrolment(user, secret, createdAt, confirmedAt, lastStep);
    }

    private static String row(UserId user) {
        return "totp " + user;
    }
}
