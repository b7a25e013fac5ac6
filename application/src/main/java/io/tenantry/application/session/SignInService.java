package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.session.SignInCompletion.Opened;
import io.tenantry.application.session.SignInCompletion.Outcome;
import io.tenantry.application.session.SignInCompletion.Wish;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.application.throttle.AttemptLimits.Guess;
import io.tenantry.application.throttle.AttemptLimits.Guesser;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class SignInService implements SignIn {

    private static final String PASSWORD = "password";

    private final Transactions transactions;
    private final Users users;
    private final Credentials credentials;
    private final AttemptLimits limits;
    private final SignInCompletion completion;

    SignInService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.credentials = ports.credentials();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.completion = new SignInCompletion(ports, policies, clock, random);
    }

    /** Whoever asks, known or not, costs the same look-up and one hash; all else comes after the password was right. */
    @Override
    public SignedIn signIn(Command command) {
        Guess guess = transactions.outsideTenants(() -> limits.admit(guesser(command)));
        Optional<CredentialVersion> matched = credentials.match(guess.by().user(), command.password());
        if (matched.isEmpty()) {
            limits.wrongGuess(guess.by(), AuditAction.SIGN_IN, PASSWORD);
            throw new InvalidCredentials();
        }
        return transactions
                .acrossTenants(() -> complete(guess, matched.get(), command))
                .orThrow();
    }

    private Guesser guesser(Command command) {
        Optional<UserId> user = users.findByEmail(command.email()).map(User::id);
        return new Guesser(command.email(), user, command.device());
    }

    private Outcome complete(Guess guess, CredentialVersion matched, Command command) {
        User user = stillKnown(guess.by().user().orElseThrow(), matched);
        boolean guessedBefore = limits.confirm(guess);
        Outcome outcome = completion.afterFirstFactor(user, matched, wish(command), PASSWORD);
        if (guessedBefore && outcome instanceof Opened) {
            limits.forget(guess);
        }
        return outcome;
    }

    /** The password may have been reset while it was hashed; from here on it cannot until the session is stored. */
    private User stillKnown(UserId id, CredentialVersion matched) {
        if (!credentials.hold(id).equals(matched)) {
            throw new InvalidCredentials();
        }
        return users.find(id).orElseThrow(InvalidCredentials::new);
    }

    private static Wish wish(Command command) {
        return new Wish(command.tenant(), command.host(), command.kind(), command.rememberMe(), command.device());
    }
}
