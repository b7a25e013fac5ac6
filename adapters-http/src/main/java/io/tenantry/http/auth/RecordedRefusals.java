package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.audit.RecordRefusal;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.FaultLog;
import io.tenantry.http.wire.MatchedRoute;
import io.tenantry.http.wire.Refusal;
import java.util.Set;

/** Notes in the audit who wanted what they may not: requests of strange pages, and of who has no right to what they asked. */
public final class RecordedRefusals {
    /** Of all 403s those that tell of a trespasser; the others tell of a state, and are the use cases' to note. */
    private static final Set<String> NOTED = Set.of("forbidden", "foreign_origin");

    private final RecordRefusal recordRefusal;
    private final Caller caller;

    public RecordedRefusals(RecordRefusal recordRefusal, Caller caller) {
        this.recordRefusal = recordRefusal;
        this.caller = caller;
    }

    /** A refusal that cannot be noted down is one all the same. */
    public void witness(Context ctx, Refusal refusal) {
        if (!NOTED.contains(refusal.code())) {
            return;
        }
        try {
            recordRefusal.record(new RecordRefusal.Command(
                    Authentication.known(ctx), refusal.code(), MatchedRoute.of(ctx), caller.device(ctx.req())));
        } catch (RuntimeException failed) {
            FaultLog.warn("a refusal could not be noted in the audit", failed);
        }
    }
}
