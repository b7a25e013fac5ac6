package io.tenantry.http.contract.stockshift;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SessionCalls;
import io.tenantry.http.contract.stockshift.StockshiftJson.RefreshedJson;
import io.tenantry.http.contract.stockshift.StockshiftJson.RegisteredJson;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The stockshift contract. Its sessions keep one refresh token, a UUID. */
public final class StockshiftRoutes {
    private static final int SHORTEST_TENANT_NAME = 2;
    /** The form of a rotating session's refresh token: no UUID, but a token all the same. */
    private static final Predicate<String> OF_THE_OTHER_KIND =
            Pattern.compile("[A-Za-z0-9_-]{43}").asMatchPredicate();

    private static final Map<String, String> WIRE_NAMES = Map.of(
            InvalidInput.NAME, "tenantName",
            InvalidInput.SLUG, "tenantSlug",
            InvalidInput.EMAIL, "userEmail",
            InvalidInput.PASSWORD, "userPassword");

    private final RegisterTenant registerTenant;
    private final SessionCalls sessionCalls;
    private final Caller caller;
    private final JwtCodec codec;

    public StockshiftRoutes(RegisterTenant registerTenant, SessionCalls sessionCalls, Caller caller, JwtCodec codec) {
        this.registerTenant = registerTenant;
        this.sessionCalls = sessionCalls;
        this.caller = caller;
        this.codec = codec;
    }

    public void mount(Routes routes) {
        routes.post("/api/auth/refresh", RouteAccess.PUBLIC, this::refresh);
    }

    /** Answers a registration that is this contract's. */
    public void register(Context ctx, Fields fields) {
        Optional<TenantName> name = fields.tenantName("tenantName", SHORTEST_TENANT_NAME);
        Optional<Slug> slug = fields.slug("tenantSlug");
        Optional<String> fullName = fields.required("userFullName", PersonName::problemWithFull);
        Optional<EmailAddress> email = fields.email("userEmail");
        Optional<Password> password = fields.newPassword("userPassword", email, name);
        fields.check();
        RegisterTenant.Command command = new RegisterTenant.Command(
                name.orElseThrow(),
                slug,
                email.orElseThrow(),
                PersonName.ofFull(fullName.orElseThrow()),
                password.orElseThrow(),
                Optional.empty(),
                caller.device(ctx.req()));
        RegisterTenant.Registered registered = Fields.named(WIRE_NAMES, () -> registerTenant.register(command));
        Json.answer(ctx, 201, StockshiftJson.of("Registration successful", RegisteredJson.of(registered)));
    }

    /** Answers a logout that is this contract's. */
    public void logout(Context ctx, Fields fields) {
        RefreshToken token = token(fields);
        sessionCalls.end(ctx, device -> new EndSession.ByRefreshToken(token, SessionKind.FIXED, device));
        Json.answer(ctx, 200, StockshiftJson.of("Logged out successfully", null));
    }

    private void refresh(Context ctx) {
        RefreshToken token = token(JsonBody.read(ctx));
        SignedIn signedIn = sessionCalls.refresh(ctx, token, SessionKind.FIXED);
        String accessToken = codec.sign(signedIn.claims());
        Json.answer(ctx, 200, StockshiftJson.of(null, RefreshedJson.of(signedIn.claims(), accessToken)));
    }

    private static RefreshToken token(Fields fields) {
        if (fields.text("refreshToken").filter(OF_THE_OTHER_KIND).isPresent()) {
            throw new InvalidRefreshToken();
        }
        Optional<String> token = fields.uuid("refreshToken");
        fields.check();
        return new RefreshToken(token.orElseThrow());
    }
}
