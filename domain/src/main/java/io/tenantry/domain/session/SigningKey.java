package io.tenantry.domain.session;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A key that signs access tokens: RSA, 2048 bit, for RS256 (RFC 7518, section 3.3). Never shown.
 *
 * @param id the {@code kid} of tokens and of the published key
 * @param signsFrom when it begins to sign: published before that, it is known to whoever checks tokens by the time of the first
 */
public record SigningKey(String id, KeyPair pair, Instant createdAt, Instant signsFrom) {

    public SigningKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(pair);
        Objects.requireNonNull(signsFrom);
    }

    /** One that signs from the beginning. */
    public SigningKey(String id, KeyPair pair, Instant createdAt) {
        this(id, pair, createdAt, createdAt);
    }

    /** The same, made and signing at other times. */
    public SigningKey at(Instant created, Instant signs) {
        return new SigningKey(id, pair, created, signs);
    }

    /** Whether it is published and does not sign yet. */
    public boolean isToCome(Instant now) {
        return signsFrom.isAfter(now);
    }

    /**
     * The one that signs now: the newest that is not to come. If all are, by a clock that is behind, the oldest.
     *
     * @param keys the newest first
     */
    public static Optional<SigningKey> signing(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.isToCome(now))
                .findFirst()
                .or(() -> keys.stream().reduce((newer, older) -> older));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
