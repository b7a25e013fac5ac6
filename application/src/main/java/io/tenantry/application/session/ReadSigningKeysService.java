package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

final class ReadSigningKeysService implements ReadSigningKeys {

    private final Transactions transactions;
    private final SigningKeys keys;
    private final NewSigningKeys newKeys;
    private final InstantSource clock;

    ReadSigningKeysService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.keys = ports.signingKeys();
        this.newKeys = new NewSigningKeys(random);
        this.clock = clock;
    }

    @Override
    public List<SigningKey> read() {
        List<SigningKey> known = transactions.outsideTenants(keys::all);
        return known.isEmpty() ? makeFirst() : known;
    }

    /** Read again: another node may have been faster. */
    private List<SigningKey> makeFirst() {
        Instant now = clock.instant();
        SigningKey first = newKeys.make(now, now);
        return transactions.outsideTenants(() -> {
            keys.addFirst(first);
            return keys.all();
        });
    }
}
