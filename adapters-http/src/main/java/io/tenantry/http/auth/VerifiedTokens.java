package io.tenantry.http.auth;

import io.tenantry.domain.credential.TokenDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens whose signature held, by digest, the 10,000 used last: a signature is checked once. Thread-safe. */
final class VerifiedTokens {
    private static final int CAPACITY = 10_000;

    private final Map<TokenDigest, VerifiedToken> byDigest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenDigest, VerifiedToken> eldest) {
            return size() > CAPACITY;
        }
    };

    synchronized Optional<VerifiedToken> find(TokenDigest digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    synchronized void keep(TokenDigest digest, VerifiedToken token) {
        byDigest.put(digest, token);
    }

    synchronized void forget(TokenDigest digest) {
        byDigest.remove(digest);
    }

    synchronized int size() {
        return byDigest.size();
    }
}
