package io.tenantry.http.api.session;

import io.javalin.http.Context;
import io.tenantry.domain.session.SwitchTenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SignInAnswers;
import io.tenantry.http.auth.TokenDelivery;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;
import java.util.UUID;

/** {@code /api/v1/session/tenant}: goes on in another tenant. */
public final class TenantSwitchRoutes {
    private final SwitchTenant switchTenant;
    private final SignInAnswers answers;
    private final Caller caller;

    public TenantSwitchRoutes(SwitchTenant switchTenant, SignInAnswers answers, Caller caller) {
        this.switchTenant = switchTenant;
        this.answers = answers;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/session/tenant", RouteAccess.USER, this::change);
    }

    private void change(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<TenantId> tenant =
                fields.uuid("tenantId").map(UUID::fromString).map(TenantId::new);
        TokenDelivery delivery =
                TokenDelivery.likeNow(ctx, answers.cookies()).or(TokenDelivery.wantsCookies(fields, answers.cookies()));
        fields.check();
        SwitchTenant.Command command =
                new SwitchTenant.Command(Authentication.principal(ctx), tenant.orElseThrow(), caller.device(ctx.req()));
        answers.answer(ctx, delivery, SignedInJson.SHAPE, () -> switchTenant.change(command));
    }
}
