package io.tenantry.http.api.credential;

import io.javalin.http.Context;
import io.tenantry.domain.credential.ChangePassword;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.JsonBody;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/me/password}: another password. */
public final class PasswordRoutes {
    private static final String NEW_PASSWORD = "newPassword";
    private static final Map<String, String> WIRE_NAMES = Map.of(InvalidInput.PASSWORD, NEW_PASSWORD);

    private final ChangePassword changePassword;
    private final Caller caller;

    public PasswordRoutes(ChangePassword changePassword, Caller caller) {
        this.changePassword = changePassword;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/me/password", RouteAccess.USER, this::change);
    }

    private void change(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<Password> current = fields.password(InvalidInput.CURRENT_PASSWORD);
        Optional<Password> next = fields.newPassword(NEW_PASSWORD, Optional.empty(), Optional.empty());
        fields.check();
        ChangePassword.Command command = new ChangePassword.Command(
                Authentication.principal(ctx), current.orElseThrow(), next.orElseThrow(), caller.device(ctx.req()));
        Fields.named(WIRE_NAMES, () -> changePassword.change(command));
        ctx.status(204);
    }
}
