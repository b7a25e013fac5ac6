package io.tenantry.http.api.user;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.user.ChangeEmail;
import io.tenantry.domain.user.ConfirmEmail;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/me/email}: another e-mail address, confirmed by who reads its mail. */
public final class EmailRoutes {
    private static final String NEW_EMAIL = "newEmail";
    private static final Map<String, String> WIRE_NAMES = Map.of(InvalidInput.EMAIL, NEW_EMAIL);

    private final ChangeEmail changeEmail;
    private final ConfirmEmail confirmEmail;
    private final Caller caller;

    public EmailRoutes(ChangeEmail changeEmail, ConfirmEmail confirmEmail, Caller caller) {
        this.changeEmail = changeEmail;
        this.confirmEmail = confirmEmail;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/me/email", RouteAccess.USER, this::change);
        routes.post("/api/v1/me/email/confirm", RouteAccess.PUBLIC, this::confirm);
    }

    private void change(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<EmailAddress> newEmail = fields.email(NEW_EMAIL);
        Optional<Password> password = fields.passwordAgain("password");
        fields.check();
        ChangeEmail.Command command = new ChangeEmail.Command(
                Authentication.principal(ctx), newEmail.orElseThrow(), password, caller.device(ctx.req()));
        Fields.named(WIRE_NAMES, () -> changeEmail.change(command));
        Json.answer(ctx, 202, Map.of(NEW_EMAIL, command.newEmail().value()));
    }

    private void confirm(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> token = fields.line("token");
        fields.check();
        User user = confirmEmail.confirm(
                new ConfirmEmail.Command(new SecretToken(token.orElseThrow()), caller.device(ctx.req())));
        Json.answer(ctx, 200, Map.of("email", user.email().value()));
    }
}
