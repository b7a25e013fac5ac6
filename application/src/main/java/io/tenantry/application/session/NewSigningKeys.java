package io.tenantry.application.session;

import io.tenantry.domain.session.SigningKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes signing keys: called outside of transactions, for it takes a good part of a second. */
final class NewSigningKeys {

    private static final int RSA_BITS = 2048;
    private static final int ID_BYTES = 16;

    private final RandomGenerator random;

    NewSigningKeys(RandomGenerator random) {
        this.random = random;
    }

    SigningKey make(Instant now, Instant signsFrom) {
        return new SigningKey(randomId(), randomPair(), now, signsFrom);
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
