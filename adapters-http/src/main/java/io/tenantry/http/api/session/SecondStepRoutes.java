package io.tenantry.http.api.session;

import io.javalin.http.Context;
import io.tenantry.domain.mfa.PassSecondFactor;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SignInAnswers;
import io.tenantry.http.auth.TokenDelivery;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/session/mfa}: the second step of a sign-in that any contract's first step began. */
public final class SecondStepRoutes {
    private final PassSecondFactor passSecondFactor;
    private final SignInAnswers answers;
    private final Caller caller;

    public SecondStepRoutes(PassSecondFactor passSecondFactor, SignInAnswers answers, Caller caller) {
        this.passSecondFactor = passSecondFactor;
        this.answers = answers;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/session/mfa", RouteAccess.PUBLIC, this::pass);
    }

    private void pass(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> mfaToken = fields.line("mfaToken");
        Optional<String> code = fields.code("code");
        boolean cookies = TokenDelivery.wantsCookies(fields, answers.cookies());
        fields.check();
        String marked = mfaToken.orElseThrow();
        TokenDelivery delivery =
                TokenDelivery.ofMarked(marked, answers.cookies()).or(cookies);
        PassSecondFactor.Command command = new PassSecondFactor.Command(
                TokenDelivery.unmarked(marked), code.orElseThrow(), caller.device(ctx.req()));
        answers.answer(ctx, delivery, SignedInJson.SHAPE, () -> passSecondFactor.pass(command));
    }
}
