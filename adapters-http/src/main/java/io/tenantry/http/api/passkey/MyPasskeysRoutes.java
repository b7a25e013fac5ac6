package io.tenantry.http.api.passkey;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.passkey.FinishPasskeyRegistration;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.PasskeyUseCases;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.passkey.RenamePasskey;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Page;
import io.tenantry.http.wire.PathId;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/me/passkeys}: the caller's passkeys. */
public final class MyPasskeysRoutes {
    private static final String ALL = "/api/v1/me/passkeys";
    private static final String ONE = ALL + "/{id}";

    private final PasskeyUseCases passkeys;
    private final Caller caller;

    public MyPasskeysRoutes(PasskeyUseCases passkeys, Caller caller) {
        this.passkeys = passkeys;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post(ALL + "/options", RouteAccess.USER, this::start);
        routes.making(ALL, RouteAccess.USER, this::finish);
        routes.get(ALL, RouteAccess.USER, this::list);
        routes.patch(ONE, RouteAccess.USER, this::rename);
        routes.delete(ONE, RouteAccess.USER, this::remove);
    }

    private void start(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<Password> password = fields.passwordAgain("password");
        Optional<String> code = fields.optionalLine("code");
        fields.check();
        StartPasskeyRegistration.Command command = new StartPasskeyRegistration.Command(
                Authentication.principal(ctx), password, code, caller.device(ctx.req()));
        StartPasskeyRegistration.Started started =
                passkeys.startPasskeyRegistration().start(command);
        Json.answer(ctx, 200, CeremonyJson.of(started.ceremony(), started.options()));
    }

    private void finish(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> ceremony = fields.line("ceremony");
        Optional<String> credential = fields.object("credential");
        Optional<String> name = fields.required("name", Passkey::problemWithName);
        fields.check();
        PasskeyJson added = PasskeyJson.of(passkeys.finishPasskeyRegistration()
                .finish(new FinishPasskeyRegistration.Command(
                        Authentication.principal(ctx),
                        new SecretToken(ceremony.orElseThrow()),
                        credential.orElseThrow(),
                        name.orElseThrow(),
                        caller.device(ctx.req()))));
        ctx.header("Location", ALL + "/" + added.id());
        Json.answer(ctx, 201, added);
    }

    private void list(Context ctx) {
        List<PasskeyJson> all = passkeys.listPasskeys().list(Authentication.principal(ctx)).stream()
                .map(PasskeyJson::of)
                .toList();
        Json.answer(ctx, 200, Page.of(ctx, all, PasskeyJson::id));
    }

    private void rename(Context ctx) {
        PasskeyId passkey = new PasskeyId(PathId.of(ctx, "id"));
        Fields fields = JsonBody.read(ctx);
        Optional<String> name = fields.required("name", Passkey::problemWithName);
        fields.check();
        RenamePasskey.Command command = new RenamePasskey.Command(
                Authentication.principal(ctx), passkey, name.orElseThrow(), caller.device(ctx.req()));
        Json.answer(ctx, 200, PasskeyJson.of(passkeys.renamePasskey().rename(command)));
    }

    private void remove(Context ctx) {
        PasskeyId passkey = new PasskeyId(PathId.of(ctx, "id"));
        passkeys.removePasskey()
                .remove(new RemovePasskey.Command(
                        Authentication.principal(ctx), passkey, passwordAgain(ctx), caller.device(ctx.req())));
        ctx.status(204);
    }

    private static Optional<Password> passwordAgain(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<Password> password = fields.passwordAgain("password");
        fields.check();
        return password;
    }
}
