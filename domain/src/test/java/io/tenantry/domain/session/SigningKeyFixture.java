package io.tenantry.domain.session;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Signing keys of the size that is used. */
public final class SigningKeyFixture {

    private SigningKeyFixture() {}

    public static SigningKey aKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(UniqueFixture.word(), generator.generateKeyPair(), TimeFixture.now());
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
