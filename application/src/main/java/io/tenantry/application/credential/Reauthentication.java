package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.application.throttle.AttemptLimits.Guesser;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes a signed-in caller prove once more who they are, before what a thief of their session must not do. */
public final class Reauthentication {

    /** How old a session may be that stands in for the password of a user who has none. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private static final String WRONG_PASSWORD = "wrong_password";

    private final Transactions transactions;
    private final Users users;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AttemptLimits limits;
    private final InstantSource clock;

    /** @param random must be cryptographically strong */
    public Reauthentication(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.credentials = ports.credentials();
        this.sessions = ports.sessions();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.clock = clock;
    }

    /**
     * Lets pass who knows their password. A user without one (who signs in by passkey or provider) passes if the session was
     * opened within the last 10 minutes. Outside of transactions: it hashes. A wrong password counts towards the lock-out; a
     * right one forgets nothing, or it would give new tries to who guesses at the code that is asked for beside it.
     *
     * @param field under which a wrong password is reported
     * @return the credential that was proven: to be shown to {@link #requireStill} in the transaction that follows
     * @throws InvalidInput if the password is wrong or missing
     * @throws io.tenantry.domain.failure.Throttled if too many wrong ones came before
     * @throws Unauthenticated if the user is no more, or the session over
     */
    public CredentialVersion require(Principal by, Optional<Password> password, String field, Device device) {
        Caller caller = transactions.outsideTenants(() -> caller(by));
        if (!caller.credential().equals(CredentialVersion.NONE)) {
            return match(caller.user(), required(password, field), field, device);
        }
        if (!clock.instant().isBefore(caller.session().createdAt().plus(YOUNG))) {
            throw new InvalidInput(field, FieldProblem.REQUIRED);
        }
        return caller.credential();
    }

    /**
     * Lets pass for whom still holds what was proven: no other password was set meanwhile, and the session is not over. Within
     * the transaction under way, which from then on holds the user's credential; the first that it does.
     *
     * @param field under which a password that is not theirs any more is reported
     * @return the user as they are now
     * @throws InvalidInput if the password is another
     * @throws Unauthenticated if the user is no more, or the session over
     */
    public User requireStill(Principal by, CredentialVersion proven, String field) {
        Caller caller = caller(by);
        if (!caller.credential().equals(proven)) {
            throw new InvalidInput(field, FieldProblem.WRONG_PASSWORD);
        }
        return caller.user();
    }

    /**
     * Lets pass whose session is not over. Within the transaction under way, which from then on holds the user's credential: what
     * ends sessions holds it too, so that nothing which was begun in one is finished after its end.
     *
     * @return the user as they are now
     * @throws Unauthenticated if the user is no more, or the session over
     */
    public User requireLive(Principal by) {
        return caller(by).user();
    }

    private record Caller(User user, Session session, CredentialVersion credential) {}

    private Caller caller(Principal by) {
        CredentialVersion credential = credentials.hold(by.user());
        User user = users.find(by.user()).orElseThrow(Unauthenticated::new);
        Session session = sessions.of(by.user()).stream()
                .filter(one -> one.id().equals(by.session()) && one.isLiveAt(clock.instant()))
                .findFirst()
                .orElseThrow(Unauthenticated::new);
        return new Caller(user, session, credential);
    }

    private static Password required(Optional<Password> password, String field) {
        return password.orElseThrow(() -> new InvalidInput(field, FieldProblem.REQUIRED));
    }

    /** The counters are looked at again after the hash: of guesses in parallel, none that comes after the lock is told to be right. */
    private CredentialVersion match(User user, Password password, String field, Device device) {
        Guesser guesser = new Guesser(user.email(), Optional.of(user.id()), device);
        limits.requireGuess(guesser);
        Optional<CredentialVersion> matched = credentials.match(Optional.of(user.id()), password);
        if (matched.isEmpty()) {
            limits.wrongGuess(guesser, AuditAction.PASSWORD_CONFIRMED, WRONG_PASSWORD);
            throw new InvalidInput(field, FieldProblem.WRONG_PASSWORD);
        }
        limits.requireGuess(guesser);
        return matched.get();
    }
}
