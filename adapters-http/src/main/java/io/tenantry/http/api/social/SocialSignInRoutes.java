package io.tenantry.http.api.social;

import io.javalin.http.Context;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.social.SignInWithProvider;
import io.tenantry.domain.social.SocialUseCases;
import io.tenantry.domain.social.StartAuthorization;
import io.tenantry.http.api.session.SignedInJson;
import io.tenantry.http.api.social.SocialJson.ProviderJson;
import io.tenantry.http.api.social.SocialJson.VisitJson;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SignInAnswers;
import io.tenantry.http.auth.SignInFields;
import io.tenantry.http.auth.TokenDelivery;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Page;
import java.util.List;
import java.util.Optional;

/**
 * {@code /api/v1/session/social}: a sign-in by a provider. What ties the browser that comes back to the one that began is a
 * token in the body and no cookie: a browser that comes from another site sends no {@code SameSite=Strict} cookie along (login
 * CSRF: RFC 9700, section 4.7).
 */
public final class SocialSignInRoutes {
    private final SocialUseCases social;
    private final SignInAnswers answers;
    private final Caller caller;

    public SocialSignInRoutes(SocialUseCases social, SignInAnswers answers, Caller caller) {
        this.social = social;
        this.answers = answers;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/session/providers", RouteAccess.PUBLIC, this::providers);
        routes.post("/api/v1/session/social", RouteAccess.PUBLIC, this::start);
        routes.post("/api/v1/session/social/finish", RouteAccess.PUBLIC, this::finish);
    }

    private void providers(Context ctx) {
        List<ProviderJson> all =
                social.listProviders().list().stream().map(ProviderJson::of).toList();
        Json.answer(ctx, 200, Page.of(ctx, all, ProviderJson::name));
    }

    private void start(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<ProviderName> provider = VisitFields.provider(fields);
        fields.check();
        StartAuthorization.Command command = new StartAuthorization.Command(
                provider.orElseThrow(), Optional.empty(), Optional.empty(), caller.device(ctx.req()));
        Json.answer(ctx, 200, VisitJson.of(social.startAuthorization().start(command)));
    }

    private void finish(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        VisitFields visit = VisitFields.read(fields);
        SignInFields options = SignInFields.read(fields);
        TokenDelivery delivery = TokenDelivery.read(fields, answers.cookies());
        fields.check();
        SignInWithProvider.Command command = new SignInWithProvider.Command(
                visit.requiredState(),
                visit.requiredBrowserToken(),
                visit.requiredCode(),
                visit.issuer(),
                options.tenant(),
                caller.host(ctx.req()),
                SessionKind.ROTATING,
                options.rememberMe(),
                caller.device(ctx.req()));
        answers.answer(
                ctx,
                delivery,
                SignedInJson.SHAPE,
                () -> social.signInWithProvider().signIn(command));
    }
}
