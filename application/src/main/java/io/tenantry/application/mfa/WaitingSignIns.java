package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.session.SignInCompletion;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.application.throttle.AttemptLimits.Guesser;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaChallenges;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sign-ins that wait for their second factor, of whatever kind. Within the transaction under way. */
public final class WaitingSignIns {

    private final MfaChallenges challenges;
    private final Credentials credentials;
    private final Users users;
    private final AttemptLimits limits;
    private final SignInCompletion completion;
    private final InstantSource clock;

    /** @param random must be cryptographically strong */
    public WaitingSignIns(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.challenges = ports.mfaChallenges();
        this.credentials = ports.credentials();
        this.users = ports.users();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.completion = new SignInCompletion(ports, policies, clock, random);
        this.clock = clock;
    }

    /** One that waits, and who it is that waits. */
    public record Waiting(MfaChallenge challenge, User user) {}

    /** The one of a token, if it serves now; it is held until the transaction ends, and with it the user's credential. */
    public Optional<Waiting> hold(SecretToken token) {
        return challenges
                .hold(token.digest())
                .filter(challenge -> challenge.serves(clock.instant()))
                .filter(challenge -> credentials.hold(challenge.user()).equals(challenge.credential()))
                .flatMap(challenge -> users.find(challenge.user()).map(user -> new Waiting(challenge, user)));
    }

    /** The second factor was right: the challenge is spent, and the account's wrong guesses are forgotten. */
    public SignInCompletion.Outcome pass(Waiting waiting, MfaMethod method, Device device) {
        User user = waiting.user();
        limits.rightGuess(new Guesser(user.email(), Optional.of(user.id()), device));
        return completion.afterSecondFactor(user, waiting.challenge(), device, method.word());
    }

    /** The second factor was wrong: one try less. To be committed, though the caller is refused. */
    public SignInCompletion.Outcome fail(Waiting waiting) {
        challenges.failed(waiting.challenge().digest());
        return new SignInCompletion.Refused(new InvalidCode());
    }
}
