package io.tenantry.http;

import io.javalin.config.JavalinConfig;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import io.tenantry.domain.audit.AuditUseCases;
import io.tenantry.domain.credential.CredentialUseCases;
import io.tenantry.domain.idempotency.IdempotencyUseCases;
import io.tenantry.domain.invitation.InvitationUseCases;
import io.tenantry.domain.machine.MachineUseCases;
import io.tenantry.domain.membership.MembershipUseCases;
import io.tenantry.domain.mfa.MfaUseCases;
import io.tenantry.domain.passkey.PasskeyUseCases;
import io.tenantry.domain.session.SessionUseCases;
import io.tenantry.domain.social.SocialUseCases;
import io.tenantry.domain.tenant.TenantUseCases;
import io.tenantry.domain.user.UserUseCases;
import io.tenantry.domain.webhook.WebhookUseCases;
import io.tenantry.http.auth.AccessRules;
import io.tenantry.http.auth.Cors;
import io.tenantry.http.auth.CountedCalls;
import io.tenantry.http.auth.OnceOnly;
import io.tenantry.http.auth.OriginCheck;
import io.tenantry.http.auth.RecordedRefusals;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.console.Console;
import io.tenantry.http.contract.ErrorShapes;
import io.tenantry.http.pages.Pages;
import io.tenantry.http.wire.AnsweredRequests;
import io.tenantry.http.wire.ErrorAnswers;
import io.tenantry.http.wire.LeftoverBody;
import io.tenantry.http.wire.MatchedRoute;
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
    private final Shared shared;

    /** @throws IllegalArgumentException if a trusted proxy is neither an address nor a CIDR block */
    public HttpAdapter(Ports ports, Settings settings) {
        this.ports = ports;
        this.settings = settings;
        this.shared = Shared.of(ports, settings);
    }

    /**
     * Adds every route, and sets what the limits and errors of the contracts need of the server; with the console, if this jar
     * was built with it. To be called once.
     */
    public void mount(JavalinConfig config) {
        mount(config, Console.ofClassPath());
    }

    /** As {@link #mount(JavalinConfig)}, but with this console; without one there are plain pages where mails lead. */
    public void mount(JavalinConfig config, Optional<Console> console) {
        ServerLimits.apply(config, ErrorShapes::ofPath);
        RecordedRefusals refusals = new RecordedRefusals(ports.audit().recordRefusal(), shared.caller());
        new ErrorAnswers(ErrorShapes::ofPath, refusals::witness).mount(config);
        AnsweredRequests.tell(config, settings.observer()::answered);
        mountGates(config);
        Routes routes =
                new Routes(config.routes, new OnceOnly(ports.idempotency().makeOnce(), shared.caller()));
        NativeApi.mount(routes, ports, settings, shared);
        ContractApis.mount(routes, ports, shared);
        Pages.mount(config, RouteAccess.PUBLIC);
        console.ifPresentOrElse(
                built -> built.mount(config, RouteAccess.PUBLIC),
                () -> Pages.mountInsteadOfConsole(config, RouteAccess.PUBLIC));
    }

    /** What every request passes before its route, and behind it. */
    private void mountGates(JavalinConfig config) {
        Methods methods = new Methods(config);
        Cors cors = new Cors(shared.origins());
        config.routes.before(ctx -> {
            cors.answer(ctx);
            methods.require(ctx);
        });
        OriginCheck originCheck = new OriginCheck(shared.origins(), shared.cookies());
        AccessRules accessRules = new AccessRules(config, shared.authentication());
        config.routes.beforeMatched(ctx -> {
            MatchedRoute.note(ctx);
            originCheck.require(ctx);
            accessRules.require(ctx);
        });
        config.routes.after(LeftoverBody::discard);
        config.routes.after(new CountedCalls(ports.apiKeys().countApiKeyCall())::count);
    }

    /** The use cases that are called over HTTP. */
    public record Ports(
            TenantUseCases tenants,
            MembershipUseCases memberships,
            InvitationUseCases invitations,
            UserUseCases users,
            CredentialUseCases credentials,
            SessionUseCases sessions,
            MfaUseCases mfa,
            PasskeyUseCases passkeys,
            SocialUseCases social,
            AuditUseCases audit,
            AdminUseCases admin,
            ApiKeyUseCases apiKeys,
            MachineUseCases machines,
            WebhookUseCases webhooks,
            IdempotencyUseCases idempotency) {}

    /**
     * @param publicUrl the base of every link, and {@code iss} of tokens; never taken from a request
     * @param audience {@code aud} of tokens
     * @param corsOrigins exact origins of other front ends
     * @param trustedProxies addresses, or blocks of them in CIDR notation, whose {@code X-Forwarded-For} is believed
     * @param notReady why the service cannot answer now; empty while it can
     * @param metrics what {@code /metrics} shows; without it there is no such route
     * @param observer hears of every request
     */
    public record Settings(
            URI publicUrl,
            String audience,
            Set<String> corsOrigins,
            List<String> trustedProxies,
            InstantSource clock,
            Supplier<Optional<String>> notReady,
            Optional<MetricsEndpoint> metrics,
            RequestObserver observer) {
        public Settings {
            corsOrigins = Set.copyOf(corsOrigins);
            trustedProxies = List.copyOf(trustedProxies);
        }
    }
}
