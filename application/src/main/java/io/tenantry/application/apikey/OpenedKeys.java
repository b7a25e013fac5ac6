package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds the key that a secret opens. What is remembered is answered first, whatever else its address showed, and what opened a short
 * while ago is looked up; only of others are guesses counted. Called outside of transactions.
 */
public final class OpenedKeys {

    /**
     * A key whose secret was shown: it may be revoked, expired or its tenant's suspended all the same.
     *
     * @param previousSecret whether it was the one before the last rotation
     */
    public record Opened(KnownKey key, boolean previousSecret) {

        /** What the caller has shown. */
        public KeyPrincipal.Proof proof() {
            ApiKey opened = key.key();
            ApiKey.Secret secret = previousSecret
                    ? opened.previous().map(ApiKey.Previous::secret).orElseGet(opened::current)
                    : opened.current();
            return new KeyPrincipal.Proof(secret.since(), previousSecret, false);
        }

        /** Whether it can be used just now. */
        public boolean isGood(Instant now) {
            return key.refusal(now).isEmpty();
        }
    }

    private final KnownKeys known;
    private final KeyGuesses guesses;
    private final boolean guessesAreCounted;
    private final InstantSource clock;

    public OpenedKeys(DrivenPorts ports, Policies policies, InstantSource clock) {
        this.known = ports.apiKeys().known();
        this.guesses = ports.apiKeys().guesses();
        this.guessesAreCounted = policies.rateLimits();
        this.clock = clock;
    }

    /**
     * The key that is opened; empty if what was shown opens none. That is counted, unless it is malformed: it is never looked up, and
     * costs nothing.
     *
     * @throws Throttled if the address has shown too many that opened none, and this one is neither remembered nor opened lately; or
     *     as {@link KnownKeys#find}
     */
    public Optional<Opened> open(String shown, Device device) {
        return ApiKeySecret.parse(shown)
                .flatMap(
                        secret -> opened(known.remembered(secret.key()), secret).or(() -> lookedUp(secret, device)));
    }

    private Optional<Opened> lookedUp(ApiKeySecret secret, Device device) {
        ApiKeyId id = secret.key();
        Optional<AddressBlock> from = guessesAreCounted ? AddressBlock.of(device) : Optional.empty();
        from.filter(address -> !guesses.wasOpened(id, clock.instant())).ifPresent(this::requirePatience);
        Optional<Opened> found = opened(known.find(id), secret);
        found.ifPresentOrElse(
                opened -> guesses.opened(id, clock.instant()),
                () -> from.ifPresent(address -> guesses.failed(address, clock.instant())));
        return found;
    }

    private void requirePatience(AddressBlock from) {
        Duration wait = guesses.toWait(from, clock.instant());
        if (!wait.isZero()) {
            throw new Throttled(wait);
        }
    }

    private Optional<Opened> opened(Optional<KnownKey> key, ApiKeySecret secret) {
        TokenDigest shown = secret.digest();
        Instant now = clock.instant();
        return key.filter(found -> found.key().isOpenedBy(shown, now))
                .map(found -> new Opened(found, found.key().isOpenedByPrevious(shown, now)));
    }
}
