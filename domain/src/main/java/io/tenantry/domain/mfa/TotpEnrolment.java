package io.tenantry.domain.mfa;

import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's code generator as it is kept.
 *
 * @param confirmedAt when it was first shown to work; until then it is asked for by nobody
 * @param lastStep the time step of the last code that was accepted: no code of it or an earlier one is accepted again
 */
public record TotpEnrolment(
        UserId user, TotpSecret secret, Instant createdAt, Optional<Instant> confirmedAt, long lastStep) {

    /** One that has yet to be shown to work. */
    public static TotpEnrolment begin(UserId user, TotpSecret secret, Instant now) {
        return new TotpEnrolment(user, secret, now, Optional.empty(), 0);
    }

    public boolean isConfirmed() {
        return confirmedAt.isPresent();
    }

    public TotpEnrolment confirmed(long step, Instant now) {
        return new TotpEnrolment(user, secret, createdAt, Optional.of(now), step);
    }

    public TotpEnrolment used(long step) {
        return new TotpEnrolment(user, secret, createdAt, confirmedAt, step);
    }
}
