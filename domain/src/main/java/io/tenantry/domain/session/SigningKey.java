package io.tenantry.domain.session;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Objects;

/**
 * A key that signs access tokens: RSA, 2048 bit, for RS256 (RFC 7518, section 3.3). Never shown.
 *
 * @param id the {@code kid} of tokens and of the published key
 */
public record SigningKey(String id, KeyPair pair, Instant createdAt) {

    public SigningKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(pair);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
