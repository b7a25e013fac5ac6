package io.tenantry.http.contract.tenants;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SessionCalls;
import io.tenantry.http.auth.SignInFields;
import io.tenantry.http.contract.tenants.TenantsJson.AuthJson;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.WireFailure;
import java.util.Optional;

/** The tenants contract: {@code /api/tenants/register} and {@code /api/tenants/login}. Its sessions have no refresh token. */
public final class TenantsRoutes {
    private final RegisterTenant registerTenant;
    private final SessionCalls sessionCalls;
    private final Caller caller;
    private final JwtCodec codec;

    public TenantsRoutes(RegisterTenant registerTenant, SessionCalls sessionCalls, Caller caller, JwtCodec codec) {
        this.registerTenant = registerTenant;
        this.sessionCalls = sessionCalls;
        this.caller = caller;
        this.codec = codec;
    }

    public void mount(Routes routes) {
        routes.making("/api/tenants/register", RouteAccess.PUBLIC, this::register);
        routes.post("/api/tenants/login", RouteAccess.PUBLIC, this::login);
    }

    private void register(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<TenantName> name = fields.tenantName("name", 1);
        Optional<EmailAddress> email = fields.email("email");
        Optional<Password> password = fields.newPassword("password", email, name);
        fields.check();
        RegisterTenant.Registered registered = registerTenant.register(new RegisterTenant.Command(
                name.orElseThrow(),
                Optional.empty(),
                email.orElseThrow(),
                PersonName.NONE,
                password.orElseThrow(),
                Optional.of(SessionKind.ACCESS_ONLY),
                caller.device(ctx.req())));
        Optional<AuthJson> auth = registered.signedIn().map(this::auth);
        Json.answer(ctx, 201, TenantsJson.of("Tenant registered successfully", registered.tenant(), auth));
    }

    private void login(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> email = fields.line("email");
        Optional<Password> password = fields.password("password");
        SignInFields options = SignInFields.read(fields);
        requireBoth(fields);
        fields.check();
        EmailAddress address = EmailAddress.parse(email.orElseThrow()).orElseThrow(InvalidCredentials::new);
        SignedIn signedIn = sessionCalls.signIn(ctx, address, password.orElseThrow(), options, SessionKind.ACCESS_ONLY);
        // Who belongs to no tenant has nothing that this contract could show.
        TenantMembership in = signedIn.tenant().orElseThrow(InvalidCredentials::new);
        Json.answer(ctx, 200, TenantsJson.of("Login successful", in.tenant(), Optional.of(auth(signedIn))));
    }

    private static void requireBoth(Fields fields) {
        for (String field : new String[] {"email", "password"}) {
            FieldProblem problem = fields.problems().get(field);
            if (problem == FieldProblem.REQUIRED || problem == FieldProblem.NOT_TEXT) {
                throw new WireFailure(400, "validation_failed", "Email and password are required");
            }
        }
    }

    private AuthJson auth(SignedIn signedIn) {
        return AuthJson.of(signedIn.claims(), codec.sign(signedIn.claims()));
    }
}
