package io.tenantry.http.api.passkey;

import io.javalin.http.Context;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.passkey.PasskeyUseCases;
import io.tenantry.domain.passkey.SignInWithPasskey;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.http.api.session.SignedInJson;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SignInAnswers;
import io.tenantry.http.auth.SignInFields;
import io.tenantry.http.auth.TokenDelivery;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/session/passkey}: a sign-in by passkey alone, or the second step of any other. */
public final class PasskeySignInRoutes {
    private static final String MFA_TOKEN = "mfaToken";

    private final PasskeyUseCases passkeys;
    private final SignInAnswers answers;
    private final Caller caller;

    public PasskeySignInRoutes(PasskeyUseCases passkeys, SignInAnswers answers, Caller caller) {
        this.passkeys = passkeys;
        this.answers = answers;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/session/passkey/options", RouteAccess.PUBLIC, this::start);
        routes.post("/api/v1/session/passkey", RouteAccess.PUBLIC, this::signIn);
    }

    private void start(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> mfaToken = fields.optionalLine(MFA_TOKEN);
        fields.check();
        StartPasskeySignIn.Command command =
                new StartPasskeySignIn.Command(mfaToken.map(TokenDelivery::unmarked), caller.device(ctx.req()));
        StartPasskeySignIn.Started started = passkeys.startPasskeySignIn().start(command);
        Json.answer(ctx, 200, CeremonyJson.of(started.ceremony(), started.options()));
    }

    private void signIn(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> ceremony = fields.line("ceremony");
        Optional<String> credential = fields.object("credential");
        Optional<String> mfaToken = fields.optionalLine(MFA_TOKEN);
        SignInFields options = SignInFields.read(fields);
        TokenDelivery asked = TokenDelivery.read(fields, answers.cookies());
        fields.check();
        TokenDelivery delivery = mfaToken.map(marked -> TokenDelivery.ofMarked(marked, answers.cookies()))
                .map(first -> first.or(asked.cookies()))
                .orElse(asked);
        SignInWithPasskey.Command command = new SignInWithPasskey.Command(
                new SecretToken(ceremony.orElseThrow()),
                credential.orElseThrow(),
                mfaToken.map(TokenDelivery::unmarked),
                options.tenant(),
                caller.host(ctx.req()),
                SessionKind.ROTATING,
                options.rememberMe(),
                caller.device(ctx.req()));
        answers.answer(
                ctx,
                delivery,
                SignedInJson.SHAPE,
                () -> passkeys.signInWithPasskey().signIn(command));
    }
}
