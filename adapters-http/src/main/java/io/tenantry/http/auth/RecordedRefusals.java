package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.audit.RecordRefusal;
import io.tenantry.domain.session.Principal;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.FaultLog;
import io.tenantry.http.wire.MatchedRoute;
import io.tenantry.http.wire.WireFailure;
import java.util.Optional;

/** Notes in the audit what is refused before it reaches a use case: requests of strange pages, and of who may not. */
public final class RecordedRefusals {
    private final RecordRefusal recordRefusal;
    private final Caller caller;

    public RecordedRefusals(RecordRefusal recordRefusal, Caller caller) {
        this.recordRefusal = recordRefusal;
        this.caller = caller;
    }

    /** @throws WireFailure as the check threw it, noted down if it is 403 */
    public void during(Context ctx, Runnable check) {
        try {
            check.run();
        } catch (WireFailure refused) {
            if (refused.status() == 403) {
                record(ctx, refused);
            }
            throw refused;
        }
    }

    /** A refusal that cannot be noted down is one all the same. */
    private void record(Context ctx, WireFailure refused) {
        Optional<Principal> by = Authentication.known(ctx);
        try {
            recordRefusal.record(
                    new RecordRefusal.Command(by, refused.code(), MatchedRoute.of(ctx), caller.device(ctx.req())));
        } catch (RuntimeException failed) {
            FaultLog.warn("a refusal could not be noted in the audit", failed);
        }
    }
}
