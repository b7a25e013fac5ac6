package io.tenantry.http.api.apikey;

import io.javalin.http.Context;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/api-keys/verify}: what a gateway asks on every request. Whoever has the key may ask. */
public final class VerifyRoutes {
    private static final String KEY = "key";

    private final VerifyApiKey verifyApiKey;
    private final Caller caller;

    public VerifyRoutes(VerifyApiKey verifyApiKey, Caller caller) {
        this.verifyApiKey = verifyApiKey;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/api-keys/verify", RouteAccess.PUBLIC, this::verify);
    }

    private void verify(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> key = fields.text(KEY);
        if (key.isEmpty()) {
            fields.reject(KEY, FieldProblem.REQUIRED);
        }
        Optional<Scope> scope = ApiKeyFields.scope(fields);
        long units = ApiKeyFields.wholeNumber(fields, "units", VerifyApiKey.MOST_UNITS);
        fields.check();
        VerifyApiKey.Command command =
                new VerifyApiKey.Command(key.orElseThrow(), scope, units, caller.addressOf(ctx.req()));
        Json.answer(ctx, 200, VerdictJson.of(verifyApiKey.verify(command)));
    }
}
