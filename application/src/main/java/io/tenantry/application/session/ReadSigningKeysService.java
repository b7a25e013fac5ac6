package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeys;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

final class ReadSigningKeysService implements ReadSigningKeys {

    private static final int RSA_BITS = 2048;
    private static final int ID_BYTES = 16;

    private final Transactions transactions;
    private final SigningKeys keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    ReadSigningKeysService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.keys = ports.signingKeys();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public List<SigningKey> read() {
        List<SigningKey> known = transactions.outsideTenants(keys::all);
        return known.isEmpty() ? makeFirst() : known;
    }

    /** Made outside of the transaction, for it takes a good part of a second. Read again: another node may have been faster. */
    private List<SigningKey> makeFirst() {
        SigningKey first = new SigningKey(randomId(), randomPair(), clock.instant());
        return transactions.outsideTenants(() -> {
            keys.addFirst(first);
            return keys.all();
        });
    }

    private String randomId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static KeyPair randomPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
