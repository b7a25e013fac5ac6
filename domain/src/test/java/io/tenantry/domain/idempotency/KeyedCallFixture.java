package io.tenantry.domain.idempotency;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import java.time.Instant;

/** Calls with an idempotency key, each with one of its own. */
public final class KeyedCallFixture {

    private KeyedCallFixture() {}

    public static KeyedCall aCall() {
        return new KeyedCall("user " + UniqueFixture.word(), "POST /things", aKey(), TokenDigest.of("{}"));
    }

    public static KeyedCall withBody(KeyedCall call, String body) {
        return new KeyedCall(call.caller(), call.operation(), call.key(), TokenDigest.of(body));
    }

    public static IdempotencyKey aKey() {
        return key(UniqueFixture.word());
    }

    public static IdempotencyKey key(String text) {
        return IdempotencyKey.parse(text).orElseThrow();
    }

    public static Attempt at(KeyedCall call) {
        return at(call, TimeFixture.now());
    }

    public static Attempt at(KeyedCall call, Instant now) {
        return Attempt.at(call, now, UniqueFixture.random());
    }
}
