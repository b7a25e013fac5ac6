package io.tenantry.application.throttle;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.MailRequests;
import io.tenantry.application.throttle.Counters.Counted;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Holds attempts against the counters: guesses at passwords and codes by account and address, requests by what is asked of
 * whom. The same statements run for an address that is nobody's as for one that is somebody's.
 */
public final class AttemptLimits {

    /** Whose guesses are counted together. */
    public record Guesser(EmailAddress email, Optional<UserId> user, Device device) {}

    /**
     * A guess, and what it is counted by.
     *
     * @param code of a guess at a code
     */
    public record Guess(Guesser by, Optional<ThrottleKey> code, ThrottleKey account, Optional<ThrottleKey> address) {

        private List<ThrottleKey> keys() {
            return Stream.of(code.stream(), Stream.of(account), address.stream())
                    .flatMap(one -> one)
                    .toList();
        }

        private Guess atCode() {
            return new Guess(by, by.user().map(ThrottleKey::code), account, address);
        }

        private boolean isLockedBy(List<ThrottleKey> reached) {
            return reached.contains(account) || code.filter(reached::contains).isPresent();
        }
    }

    private static final Duration FAMILIAR = Duration.ofDays(30);

    /** Stands for whoever is not known, so that the same is asked about them. */
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final Transactions transactions;
    private final KnownDevices knownDevices;
    private final Counters counters;
    private final AuditTrail trail;
    private final MailRequests mails;
    private final InstantSource clock;

    /** @param random must be cryptographically strong */
    public AttemptLimits(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.knownDevices = ports.knownDevices();
        this.counters = new Counters(ports, policies, clock);
        this.trail = new AuditTrail(ports, clock, random);
        this.mails = new MailRequests(ports, clock, random);
        this.clock = clock;
    }

    /**
     * Lets pass who may guess at passwords and codes now. In a transaction of its own, which writes nothing.
     *
     * @throws Throttled if account or address must wait
     */
    public void requireGuess(Guesser guesser) {
        transactions.outsideTenants(() -> admit(guesser));
    }

    /** The same, within the transaction under way. */
    public Guess admit(Guesser guesser) {
        return admitted(guess(guesser));
    }

    /**
     * Lets pass a known user's guess at a code, or at what else is a second factor: it is counted by the user too. Within the
     * transaction under way, in which whatever it is judged by is held.
     *
     * @throws Throttled if user, account or address must wait
     */
    public Guess admitCode(Guesser guesser) {
        return admitted(guess(guesser).atCode());
    }

    private Guess admitted(Guess guess) {
        refuse(counters.look(guess.keys()));
        return guess;
    }

    /**
     * Counts a wrong guess, for account and address, and notes it in the audit; if the account is locked by it, its user is told.
     * In a transaction of its own, so that what is counted is kept though the attempt is refused.
     *
     * @param action what was tried
     * @param reason what was wrong: a short, stable word
     * @throws Throttled if guesses that were made at the same time have used up what may be guessed: this one, which was
     *     judged all the same, must then be answered as a right one would be
     */
    public void wrongGuess(Guesser guesser, AuditAction action, String reason) {
        refuse(transactions
                .outsideTenants(() -> count(guess(guesser), action, reason))
                .retryAfter());
    }

    /** The same, within the transaction under way, which must commit though the guess was wrong. */
    public void wrongGuess(Guess guess, AuditAction action, String reason) {
        refuse(count(guess, action, reason).retryAfter());
    }

    /**
     * Lets pass who may guess now where no account is named: by the device's address alone. In a transaction of its own, which
     * writes nothing.
     *
     * @throws Throttled if the address must wait
     */
    public void requireGuess(Device device) {
        List<ThrottleKey> keys =
                byAddress(ThrottleKind.ADDRESS, device).stream().toList();
        refuse(transactions.outsideTenants(() -> counters.look(keys)));
    }

    /**
     * Counts a wrong guess where no account is named, and notes it in the audit. In a transaction of its own.
     *
     * @throws Throttled as {@link #wrongGuess(Guesser, AuditAction, String)} does
     */
    public void wrongGuess(Device device, AuditAction action, String reason) {
        refuse(transactions.outsideTenants(() -> {
            Counted counted = counters.count(
                    byAddress(ThrottleKind.ADDRESS, device).stream().toList());
            note(counted, action, Optional.empty(), device, reason);
            return counted.retryAfter();
        }));
    }

    /**
     * Lets a right code pass unless wrong ones have used up what may be guessed, and forgets those that were counted for the
     * user. Nothing else does: neither a reset nor another address or password shows that the second factor is theirs. Within
     * the transaction under way.
     *
     * @throws Throttled if user, account or address must wait
     */
    public void rightCode(Guess guess) {
        guess.code().filter(counters::hold).ifPresent(counted -> {
            admitted(guess);
            counters.forget(counted);
        });
    }

    /**
     * Lets a right guess pass unless wrong ones that were made at the same time have used up what may be guessed, and forgets
     * those that were counted for the account. Within the transaction under way. Only when all that was asked for was right:
     * a right password must not wipe out wrong codes.
     *
     * @throws Throttled if account or address must wait
     */
    public void rightGuess(Guesser guesser) {
        Guess guess = guess(guesser);
        if (confirm(guess)) {
            forget(guess);
        }
    }

    /**
     * The first half of {@link #rightGuess}. From here on nobody counts a wrong guess for this account until the transaction
     * ends, if any was counted before.
     *
     * @return whether there is anything to forget
     * @throws Throttled if account or address must wait
     */
    public boolean confirm(Guess guess) {
        boolean counted = counters.hold(guess.account());
        refuse(counters.look(counted ? guess.keys() : guess.address().stream().toList()));
        return counted;
    }

    /** The second half of {@link #rightGuess}. */
    public void forget(Guess guess) {
        counters.forget(guess.account());
    }

    /** Forgets all that was counted for an account, once its owner has shown to read its mail. No address is familiar then. */
    public void forget(User user) {
        counters.forget(ThrottleKey.account(user.email(), Optional.empty()));
        forgetFamiliar(user);
    }

    /**
     * Makes all addresses strange to an account: whoever signed in from one, a thief perhaps, has no counter of their own there
     * any more. What was counted there is forgotten too, lest it lock the owner out once the address is familiar again.
     */
    public void forgetFamiliar(User user) {
        knownDevices.of(user.id()).stream()
                .map(device -> ThrottleKey.account(user.email(), Optional.of(device.address())))
                .distinct()
                .forEach(counters::forget);
        knownDevices.forgetAll(user.id());
    }

    /**
     * Counts a request of which there may be only so many, and lets it pass or not. In a transaction of its own, so that it is
     * counted whatever becomes of it.
     *
     * @throws Throttled if it is one too many
     */
    public void requireRequest(List<ThrottleKey> keys) {
        if (!keys.isEmpty()) {
            refuse(transactions.outsideTenants(() -> counters.count(keys)).retryAfter());
        }
    }

    /** As {@link #requireRequest(List)}, by the device's address; lets pass where that is not known. */
    public void requireRequest(ThrottleKind kind, Device device) {
        requireRequest(byAddress(kind, device).stream().toList());
    }

    /** Counts a request for a mail that anybody may ask for, by kind and whom it goes to, and from where it is asked for. */
    public void requireMail(MailKind kind, EmailAddress to, Device device) {
        requireRequest(Stream.concat(
                        Stream.of(ThrottleKey.mailTo(kind, to)), byAddress(ThrottleKind.MAIL_FROM, device).stream())
                .toList());
    }

    private Counted count(Guess guess, AuditAction action, String reason) {
        Counted counted = counters.count(guess.keys());
        Guesser by = guess.by();
        note(counted, action, by.user(), by.device(), reason);
        if (guess.isLockedBy(counted.reached())) {
            trail.refused(AuditAction.ACCOUNT_LOCKED, by.user(), by.device(), reason);
            mails.note(MailKind.ACCOUNT_LOCKED, by.email());
        }
        return counted;
    }

    /** Once one must wait nothing is noted: so that a flood of guesses leaves few rows. */
    private void note(Counted counted, AuditAction action, Optional<UserId> user, Device device, String reason) {
        if (counted.retryAfter().isEmpty()) {
            trail.refused(action, user, device, reason);
        }
    }

    private Guess guess(Guesser guesser) {
        Optional<AddressBlock> familiar = AddressBlock.of(guesser.device()).filter(here -> isFamiliar(guesser, here));
        return new Guess(
                guesser,
                Optional.empty(),
                ThrottleKey.account(guesser.email(), familiar),
                byAddress(ThrottleKind.ADDRESS, guesser.device()));
    }

    /** Whether the account signed in from there lately: asked for nobody too. */
    private boolean isFamiliar(Guesser guesser, AddressBlock here) {
        Instant lately = clock.instant().minus(FAMILIAR);
        return knownDevices
                .familiarity(
                        guesser.user().orElse(NOBODY), here, guesser.device().program())
                .fromAddress()
                .filter(lately::isBefore)
                .isPresent();
    }

    private static Optional<ThrottleKey> byAddress(ThrottleKind kind, Device device) {
        return AddressBlock.of(device).map(address -> ThrottleKey.from(kind, address));
    }

    private static void refuse(Optional<Duration> retryAfter) {
        retryAfter.ifPresent(wait -> {
            throw new Throttled(wait);
        });
    }
}
