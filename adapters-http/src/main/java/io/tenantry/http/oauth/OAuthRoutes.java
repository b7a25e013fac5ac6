package io.tenantry.http.oauth;

import io.javalin.http.Context;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.IssueMachineToken;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.machine.MachineUseCases;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.ScopeText;
import io.tenantry.http.auth.TokenClaims;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Form;
import io.tenantry.http.wire.Json;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /oauth}: gives programs access tokens for their API key (RFC 6749, section 4.4), tells about these (RFC 7662), and ends
 * them (RFC 7009). The routes ask by themselves who calls: the key is shown in ways that other routes do not know.
 */
public final class OAuthRoutes {
    private static final String TOKEN = "token";

    private final MachineUseCases machines;
    private final JwtCodec codec;
    private final Authentication authentication;
    private final Caller caller;

    public OAuthRoutes(MachineUseCases machines, JwtCodec codec, Authentication authentication, Caller caller) {
        this.machines = machines;
        this.codec = codec;
        this.authentication = authentication;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/oauth/token", RouteAccess.PUBLIC, this::issue);
        routes.post("/oauth/introspect", RouteAccess.PUBLIC, this::introspect);
        routes.post("/oauth/revoke", RouteAccess.PUBLIC, this::revoke);
    }

    private void issue(Context ctx) {
        Form form = Form.read(ctx);
        String grant = form.value("grant_type").orElseThrow(() -> OAuthErrors.invalidRequest("grant_type is missing"));
        if (!grant.equals("client_credentials")) {
            throw OAuthErrors.unsupportedGrantType();
        }
        ClientCredentials shown = ClientCredentials.read(ctx, form);
        Optional<Scopes> scopes = form.value("scope").map(OAuthRoutes::scopes);
        MachineClaims claims = machines.issueMachineToken()
                .issue(new IssueMachineToken.Command(
                        shown.id().orElseThrow(Unauthenticated::new),
                        shown.secret(),
                        scopes,
                        caller.device(ctx.req())));
        // By name, for clients of HTTP/1.0 (RFC 6749, section 5.1).
        ctx.header("Pragma", "no-cache");
        Json.answer(ctx, 200, TokenJson.of(claims, codec.sign(claims)));
    }

    private void introspect(Context ctx) {
        Form form = Form.read(ctx);
        KeyPrincipal by = client(ctx, form);
        Optional<MachineClaims> told = claims(token(form))
                .flatMap(claims -> machines.inspectMachineToken().inspect(by, claims));
        Json.answer(
                ctx,
                200,
                told.<Object>map(claims -> IntrospectionJson.of(claims, codec)).orElse(Map.of("active", false)));
    }

    private void revoke(Context ctx) {
        Form form = Form.read(ctx);
        KeyPrincipal by = client(ctx, form);
        claims(token(form))
                .ifPresent(claims -> machines.revokeMachineToken().revoke(by, claims, caller.device(ctx.req())));
        ctx.status(200);
    }

    /** The key that calls. */
    private KeyPrincipal client(Context ctx, Form form) {
        ClientCredentials shown = ClientCredentials.read(ctx, form);
        KeyPrincipal key = authentication.authenticateKey(ctx, shown.secret());
        if (shown.id().filter(id -> !id.equals(key.key().toString())).isPresent()) {
            throw new Unauthenticated();
        }
        return key;
    }

    /** What a token says that is of a key; whatever else is shown is none of these tokens. */
    private Optional<MachineClaims> claims(String token) {
        try {
            return codec.verify(token) instanceof TokenClaims.OfMachine machine
                    ? Optional.of(machine.claims())
                    : Optional.empty();
        } catch (Unauthenticated doesNotHold) {
            return Optional.empty();
        }
    }

    private static String token(Form form) {
        return form.value(TOKEN).orElseThrow(() -> OAuthErrors.invalidRequest("token is missing"));
    }

    private static Scopes scopes(String written) {
        return ScopeText.parse(written).orElseThrow(OAuthErrors::invalidScope);
    }
}
