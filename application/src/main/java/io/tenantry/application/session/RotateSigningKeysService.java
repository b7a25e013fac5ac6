package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.RotateSigningKeys;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks twice: before a key is made, for that takes long, and with the keys held, for another node may have been faster. */
final class RotateSigningKeysService implements RotateSigningKeys {

    /** Nodes know of a new key after half a minute, and their clocks differ a little. */
    private static final Duration LAG = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final SigningKeys keys;
    private final ReadSigningKeys read;
    private final NewSigningKeys newKeys;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Duration longestToken;

    RotateSigningKeysService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.keys = ports.signingKeys();
        this.read = new ReadSigningKeysService(ports, clock, random);
        this.newKeys = new NewSigningKeys(random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
        Duration users = policies.tokens().access();
        this.longestToken = users.compareTo(MachineClaims.LIFETIME) > 0 ? users : MachineClaims.LIFETIME;
    }

    @Override
    public Rotated rotate(When when) {
        Instant now = clock.instant();
        List<SigningKey> known = read.read();
        boolean wanted = isWanted(when, known, now);
        if (!wanted && outlived(known, now).isEmpty()) {
            return new Rotated(Optional.empty(), known, List.of());
        }
        Optional<SigningKey> candidate =
                wanted ? Optional.of(newKeys.make(now, signsFrom(when, now))) : Optional.empty();
        return transactions.outsideTenants(() -> rotated(when, candidate, now));
    }

    private Rotated rotated(When when, Optional<SigningKey> candidate, Instant clock) {
        List<SigningKey> before = keys.hold();
        Instant now = after(before, clock);
        Optional<SigningKey> made =
                candidate.filter(key -> isWanted(when, before, now)).map(key -> key.at(now, signsFrom(when, now)));
        made.ifPresent(this::add);
        List<SigningKey> gone = made.map(key -> replaced(when, before, now)).orElseGet(() -> outlived(before, now));
        gone.forEach(this::remove);
        return new Rotated(made, keys.all(), gone.stream().map(SigningKey::id).toList());
    }

    /** A clock that is behind others makes no key that seems older than those that are there, nor takes what signs for one to come. */
    private static Instant after(List<SigningKey> newestFirst, Instant clock) {
        return newestFirst.stream()
                .map(key -> key.createdAt().plus(1, ChronoUnit.MICROS))
                .filter(clock::isBefore)
                .findFirst()
                .orElse(clock);
    }

    private static boolean isWanted(When when, List<SigningKey> known, Instant now) {
        boolean oneIsToCome = known.stream().anyMatch(key -> key.isToCome(now));
        return switch (when) {
            case DUE -> !oneIsToCome && isDue(known, now);
            case NEXT -> !oneIsToCome;
            case NOW, NOW_ALONE -> true;
        };
    }

    private static boolean isDue(List<SigningKey> known, Instant now) {
        return SigningKey.signing(known, now)
                .filter(key -> key.signsFrom().plus(TERM).minus(NOTICE).isBefore(now))
                .isPresent();
    }

    private static Instant signsFrom(When when, Instant now) {
        return when == When.DUE || when == When.NEXT ? now.plus(NOTICE) : now;
    }

    /** What goes when a key was added. One that was to come has signed nothing, and must not take over from one that signs at once. */
    private List<SigningKey> replaced(When when, List<SigningKey> before, Instant now) {
        return switch (when) {
            case DUE, NEXT -> outlived(before, now);
            case NOW ->
                Stream.concat(before.stream().filter(key -> key.isToCome(now)), outlived(before, now).stream())
                        .toList();
            case NOW_ALONE -> before;
        };
    }

    /** Those whose successor has signed for longer than any token of theirs can be good. */
    private List<SigningKey> outlived(List<SigningKey> newestFirst, Instant now) {
        Instant longAgo = now.minus(longestToken).minus(LAG);
        return IntStream.range(1, newestFirst.size())
                .filter(i -> newestFirst.get(i - 1).signsFrom().isBefore(longAgo))
                .mapToObj(newestFirst::get)
                .toList();
    }

    private void add(SigningKey key) {
        keys.add(key);
        Map<String, String> data =
                Map.of("kid", key.id(), "signs_from", key.signsFrom().toString());
        trail.doneBySystem(AuditAction.SIGNING_KEY_ROTATED, Optional.empty(), Optional.empty(), data);
    }

    private void remove(SigningKey key) {
        keys.remove(key.id());
        Map<String, String> data = Map.of("kid", key.id());
        trail.doneBySystem(AuditAction.SIGNING_KEY_RETIRED, Optional.empty(), Optional.empty(), data);
    }
}
