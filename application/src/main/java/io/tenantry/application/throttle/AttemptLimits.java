package io.tenantry.application.throttle;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Holds attempts against the counters. Every call is a transaction of its own, so that what is counted is kept though the
 * attempt is refused.
 */
public final class AttemptLimits {

    /** Whose guesses are counted together. */
    public record Guesser(EmailAddress email, Optional<UserId> user, Device device) {}

    /** @param random must be cryptographically strong */
    public AttemptLimits(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {}

    /**
     * Lets pass who may guess at passwords and codes now. The same statements run for an address that is nobody's.
     *
     * @throws io.tenantry.domain.failure.Throttled if account or address must wait
     */
    public void requireGuess(Guesser guesser) {
        Later.fail();
    }

    /** Counts a wrong guess, for account and address; notes it in the audit, and the lock if it is one. */
    public void wrongGuess(Guesser guesser, AuditAction action, String reason) {
        Later.fail();
    }

    /** Forgets the wrong guesses of an account, after a right one. Within the transaction under way. */
    public void rightGuess(Guesser guesser) {
        Later.fail();
    }

    /** Counts a request of which there may be only so many, and lets it pass or not. */
    public void requireRequest(List<ThrottleKey> keys) {
        Later.fail();
    }
}
