package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.apikey.CountApiKeyCall;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.http.wire.FaultLog;

/** Counts the calls by API keys, and by their tokens, that were let pass: those whose answer is below 400. */
public final class CountedCalls {
    private static final int FIRST_REFUSAL = 400;

    private final CountApiKeyCall countApiKeyCall;

    public CountedCalls(CountApiKeyCall countApiKeyCall) {
        this.countApiKeyCall = countApiKeyCall;
    }

    /** A call that cannot be counted is answered all the same: what it did is done. */
    public void count(Context ctx) {
        if (ctx.statusCode() >= FIRST_REFUSAL
                || !(Authentication.known(ctx).orElse(null) instanceof KeyPrincipal key)) {
            return;
        }
        try {
            countApiKeyCall.count(key);
        } catch (RuntimeException failed) {
            FaultLog.warn("a call by a key could not be counted", failed);
        }
    }
}
