package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.passkey.Ceremonies;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.Ceremony.Purpose;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What was asked of authenticators. Every call is a transaction of its own: what was taken is gone, whatever comes of it. */
final class PasskeyCeremonies {

    private final Transactions transactions;
    private final Ceremonies ceremonies;
    private final InstantSource clock;
    private final RandomGenerator random;

    PasskeyCeremonies(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.ceremonies = ports.ceremonies();
        this.clock = clock;
        this.random = random;
    }

    /** @return the token by which it is taken */
    SecretToken open(Purpose purpose, Optional<UserId> user, String request) {
        SecretToken token = SecretToken.generate(random);
        Ceremony ceremony = new Ceremony(
                token.digest(), purpose, user, request, clock.instant().plus(Ceremony.LIFETIME));
        return transactions.outsideTenants(() -> {
            ceremonies.open(ceremony);
            return token;
        });
    }

    /** Takes one, once; empty if it does not serve for this. */
    Optional<Ceremony> take(SecretToken token, Purpose purpose, Optional<UserId> user) {
        return transactions.outsideTenants(
                () -> ceremonies.take(token.digest()).filter(kept -> kept.serves(purpose, user, clock.instant())));
    }
}
