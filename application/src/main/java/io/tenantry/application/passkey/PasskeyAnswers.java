package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Judges what authenticators answer to a sign-in: first the signature, outside of transactions, then the passkey's user. */
final class PasskeyAnswers {

    private final Transactions transactions;
    private final PasskeyCeremonies ceremonies;
    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final Credentials credentials;
    private final Users users;
    private final InstantSource clock;

    PasskeyAnswers(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.ceremonies = new PasskeyCeremonies(ports, clock, random);
        this.passkeys = ports.passkeys();
        this.webAuthn = ports.webAuthn();
        this.credentials = ports.credentials();
        this.users = ports.users();
        this.clock = clock;
    }

    /** An answer whose signature holds. */
    record Signed(Passkey passkey, long count) {}

    /**
     * Takes the ceremony and examines the answer to it; empty if either does not hold.
     *
     * @param user for whose second step it was begun; empty if for nobody's
     */
    Optional<Signed> examine(SecretToken ceremony, Optional<UserId> user, String answer) {
        return ceremonies.take(ceremony, Ceremony.Purpose.SIGN_IN, user).flatMap(asked -> examine(asked, answer));
    }

    private Optional<Signed> examine(Ceremony asked, String answer) {
        try {
            CredentialId credential = webAuthn.credentialOf(answer);
            return transactions
                    .outsideTenants(() -> passkeys.hold(credential))
                    .map(passkey -> new Signed(passkey, webAuthn.signed(asked.request(), answer, passkey)));
        } catch (InvalidPasskey doesNotHold) {
            return Optional.empty();
        }
    }

    /**
     * The user who has signed, whose credential is held from then on. Within the transaction under way; notes the use. Empty if
     * the passkey was removed meanwhile, or has signed since: then this answer may be a copy's.
     */
    Optional<User> accept(Signed signed) {
        UserId user = signed.passkey().user();
        credentials.hold(user);
        return passkeys.hold(signed.passkey().credential().id())
                .filter(kept -> kept.id().equals(signed.passkey().id()))
                .filter(kept -> kept.credential().acceptsCount(signed.count()))
                .flatMap(kept -> {
                    passkeys.update(kept.used(signed.count(), clock.instant()));
                    return users.find(user);
                });
    }
}
