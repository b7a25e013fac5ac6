package io.tenantry.http;

import io.javalin.config.JavalinConfig;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.ResendVerification;
import io.tenantry.domain.user.VerifyEmail;
import io.tenantry.domain.user.WhoAmI;
import io.tenantry.http.api.service.HealthRoutes;
import io.tenantry.http.api.session.KeyRoutes;
import io.tenantry.http.api.session.SessionRoutes;
import io.tenantry.http.api.user.MeRoutes;
import io.tenantry.http.auth.AccessRules;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.Cors;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.OriginCheck;
import io.tenantry.http.auth.Origins;
import io.tenantry.http.auth.PasswordSignIn;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SessionCookies;
import io.tenantry.http.auth.SignInCalls;
import io.tenantry.http.auth.SigningKeyring;
import io.tenantry.http.contract.AuthPathDispatcher;
import io.tenantry.http.contract.ErrorShapes;
import io.tenantry.http.contract.frontendauth.FrontendAuthRoutes;
import io.tenantry.http.contract.statuswatch.StatuswatchRoutes;
import io.tenantry.http.contract.stockshift.StockshiftRoutes;
import io.tenantry.http.contract.tenants.TenantsRoutes;
import io.tenantry.http.pages.Pages;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.ErrorAnswers;
import io.tenantry.http.wire.LeftoverBody;
import io.tenantry.http.wire.Methods;
import io.tenantry.http.wire.ServerLimits;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The five contracts and the native API, to be mounted on a Javalin of the host's. Thread-safe. */
public final class HttpAdapter {
    private final Ports ports;
    private final Settings settings;
    private final Caller caller;
    private final Origins origins;
    private final SessionCookies cookies;
    private final SigningKeyring keyring;
    private final JwtCodec codec;
    private final Authentication authentication;
    private final CookieSessions cookieSessions;
    private final SignInCalls signInCalls;
    private final PasswordSignIn passwordSignIn;

    /** @throws IllegalArgumentException if a trusted proxy is neither an address nor a CIDR block */
    public HttpAdapter(Ports ports, Settings settings) {
        this.ports = ports;
        this.settings = settings;
        this.caller = new Caller(settings.trustedProxies());
        this.origins = new Origins(settings.publicUrl(), settings.corsOrigins());
        this.cookies = new SessionCookies(settings.publicUrl());
        this.keyring = new SigningKeyring(ports.readSigningKeys(), settings.clock());
        this.codec = new JwtCodec(settings.publicUrl().toString(), settings.audience(), keyring, settings.clock());
        this.authentication = new Authentication(codec, ports.authenticate(), cookies);
        this.cookieSessions =
                new CookieSessions(cookies, authentication, codec, ports.refreshSession(), ports.endSession());
        this.signInCalls = new SignInCalls(ports.signIn(), caller);
        this.passwordSignIn = new PasswordSignIn(signInCalls, cookieSessions, codec);
    }

    /** Adds every route, and sets what the limits and errors of the contracts need of the server. To be called once. */
    public void mount(JavalinConfig config) {
        ServerLimits.apply(config, ErrorShapes::ofPath);
        new ErrorAnswers(ErrorShapes::ofPath).mount(config);
        Methods methods = new Methods(config);
        Cors cors = new Cors(origins);
        config.routes.before(ctx -> {
            cors.answer(ctx);
            methods.require(ctx);
        });
        OriginCheck originCheck = new OriginCheck(origins, cookies);
        AccessRules accessRules = new AccessRules(config, authentication);
        config.routes.beforeMatched(ctx -> {
            originCheck.require(ctx);
            accessRules.require(ctx);
        });
        config.routes.after(LeftoverBody::discard);
        mountRoutes(new Routes(config.routes));
        Pages.mount(config, RouteAccess.PUBLIC);
    }

    private void mountRoutes(Routes routes) {
        new HealthRoutes(settings.notReady()).mount(routes);
        new KeyRoutes(keyring).mount(routes);
        new MeRoutes(ports.whoAmI()).mount(routes);
        new SessionRoutes(passwordSignIn, ports.refreshSession(), cookieSessions, codec).mount(routes);
        new TenantsRoutes(ports.registerTenant(), signInCalls, caller, codec).mount(routes);
        mountAuthPaths(routes);
    }

    private void mountAuthPaths(Routes routes) {
        StockshiftRoutes stockshift =
                new StockshiftRoutes(ports.registerTenant(), ports.refreshSession(), ports.endSession(), caller, codec);
        StatuswatchRoutes statuswatch = new StatuswatchRoutes(
                ports.registerTenant(),
                signInCalls,
                ports.refreshSession(),
                ports.endSession(),
                ports.whoAmI(),
                caller,
                codec);
        FrontendAuthRoutes frontendAuth = new FrontendAuthRoutes(
                ports.registerUser(),
                ports.verifyEmail(),
                ports.resendVerification(),
                ports.requestPasswordReset(),
                ports.resetPassword(),
                cookieSessions);
        stockshift.mount(routes);
        statuswatch.mount(routes);
        frontendAuth.mount(routes);
        new AuthPathDispatcher(stockshift, statuswatch, frontendAuth, passwordSignIn, cookieSessions).mount(routes);
    }

    /** The use cases that are called over HTTP. */
    public record Ports(
            RegisterTenant registerTenant,
            RegisterUser registerUser,
            VerifyEmail verifyEmail,
            ResendVerification resendVerification,
            RequestPasswordReset requestPasswordReset,
            ResetPassword resetPassword,
            SignIn signIn,
            RefreshSession refreshSession,
            EndSession endSession,
            Authenticate authenticate,
            WhoAmI whoAmI,
            ReadSigningKeys readSigningKeys) {}

    /**
     * @param publicUrl the base of every link, and {@code iss} of tokens; never taken from a request
     * @param audience {@code aud} of tokens
     * @param corsOrigins exact origins of other front ends
     * @param trustedProxies addresses, or blocks of them in CIDR notation, whose {@code X-Forwarded-For} is believed
     * @param notReady why the service cannot answer now; empty while it can
     */
    public record Settings(
            URI publicUrl,
            String audience,
            Set<String> corsOrigins,
            List<String> trustedProxies,
            InstantSource clock,
            Supplier<Optional<String>> notReady) {
        public Settings {
            corsOrigins = Set.copyOf(corsOrigins);
            trustedProxies = List.copyOf(trustedProxies);
        }
    }
}
