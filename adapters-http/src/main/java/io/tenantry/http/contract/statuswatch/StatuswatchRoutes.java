package io.tenantry.http.contract.statuswatch;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.WhoAmI;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SessionCalls;
import io.tenantry.http.auth.SignInFields;
import io.tenantry.http.contract.statuswatch.StatuswatchJson.DetailJson;
import io.tenantry.http.contract.statuswatch.StatuswatchJson.MeJson;
import io.tenantry.http.contract.statuswatch.StatuswatchJson.RegisteredJson;
import io.tenantry.http.contract.statuswatch.StatuswatchJson.TokensJson;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Map;
import java.util.Optional;

/** The statuswatch contract. Its sessions rotate their refresh tokens. */
public final class StatuswatchRoutes {
    private static final Map<String, String> WIRE_NAMES =
            Map.of(InvalidInput.NAME, "organization_name", InvalidInput.SLUG, "organization_slug");

    private final RegisterTenant registerTenant;
    private final SessionCalls sessionCalls;
    private final WhoAmI whoAmI;
    private final Caller caller;
    private final JwtCodec codec;

    public StatuswatchRoutes(
            RegisterTenant registerTenant, SessionCalls sessionCalls, WhoAmI whoAmI, Caller caller, JwtCodec codec) {
        this.registerTenant = registerTenant;
        this.sessionCalls = sessionCalls;
        this.whoAmI = whoAmI;
        this.caller = caller;
        this.codec = codec;
    }

    public void mount(Routes routes) {
        routes.post("/api/auth/token", RouteAccess.PUBLIC, this::token);
        routes.post("/api/auth/token/refresh", RouteAccess.PUBLIC, this::refresh);
        routes.get("/api/auth/me", RouteAccess.USER, this::me);
    }

    /** Answers a registration that is this contract's. */
    public void register(Context ctx, Fields fields) {
        Optional<TenantName> name = fields.tenantName("organization_name", 1);
        Optional<Slug> slug =
                fields.optional("organization_slug", Slug::problemWith).map(Slug::new);
        Optional<EmailAddress> email = fields.email("email");
        Optional<Password> password = fields.newPassword("password", email, name);
        fields.repeated("password_confirm", "password");
        fields.check();
        RegisterTenant.Command command = new RegisterTenant.Command(
                name.orElseThrow(),
                slug,
                email.orElseThrow(),
                PersonName.NONE,
                password.orElseThrow(),
                Optional.empty(),
                caller.device(ctx.req()));
        RegisterTenant.Registered registered = Fields.named(WIRE_NAMES, () -> registerTenant.register(command));
        Json.answer(ctx, 201, RegisteredJson.of(registered));
    }

    /** Answers a logout that is this contract's. */
    public void logout(Context ctx, Fields fields) {
        RefreshToken token = refreshToken(fields);
        sessionCalls.end(ctx, device -> new EndSession.ByRefreshToken(token, SessionKind.ROTATING, device));
        Json.answer(ctx, 200, new DetailJson("Logged out successfully."));
    }

    private void token(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> email = fields.line("email");
        Optional<Password> password = fields.password("password");
        SignInFields options = SignInFields.read(fields);
        fields.check();
        EmailAddress address = EmailAddress.parse(email.orElseThrow()).orElseThrow(InvalidCredentials::new);
        answer(ctx, sessionCalls.signIn(ctx, address, password.orElseThrow(), options, SessionKind.ROTATING));
    }

    private void refresh(Context ctx) {
        RefreshToken token = refreshToken(JsonBody.read(ctx));
        answer(ctx, sessionCalls.refresh(ctx, token, SessionKind.ROTATING));
    }

    private void me(Context ctx) {
        Json.answer(ctx, 200, MeJson.of(whoAmI.whoAmI(Authentication.principal(ctx))));
    }

    private void answer(Context ctx, SignedIn signedIn) {
        String refresh = signedIn.refreshToken().orElseThrow().value();
        Json.answer(ctx, 200, new TokensJson(codec.sign(signedIn.claims()), refresh));
    }

    private static RefreshToken refreshToken(Fields fields) {
        Optional<String> token = fields.line("refresh");
        fields.check();
        return new RefreshToken(token.orElseThrow());
    }
}
