package io.tenantry.http.api.mfa;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.mfa.ConfirmTotp;
import io.tenantry.domain.mfa.MfaUseCases;
import io.tenantry.domain.mfa.RemoveTotp;
import io.tenantry.domain.mfa.RenewRecoveryCodes;
import io.tenantry.domain.mfa.StartTotp;
import io.tenantry.http.api.mfa.MfaJson.RecoveryCodesJson;
import io.tenantry.http.api.mfa.MfaJson.TotpJson;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/me/totp} and {@code /api/v1/me/recovery-codes}: the caller's code generator, and what stands in for it. */
public final class MfaRoutes {
    private final MfaUseCases mfa;
    private final String issuer;
    private final Caller caller;

    /** @param issuer how a generator is to name this server */
    public MfaRoutes(MfaUseCases mfa, String issuer, Caller caller) {
        this.mfa = mfa;
        this.issuer = issuer;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/me/totp", RouteAccess.USER, this::start);
        routes.making("/api/v1/me/totp/confirm", RouteAccess.USER, this::confirm);
        routes.delete("/api/v1/me/totp", RouteAccess.USER, this::remove);
        routes.making("/api/v1/me/recovery-codes", RouteAccess.USER, this::renew);
    }

    private void start(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<Password> password = fields.passwordAgain("password");
        fields.check();
        StartTotp.Started started = mfa.startTotp()
                .start(new StartTotp.Command(Authentication.principal(ctx), password, caller.device(ctx.req())));
        String uri = OtpauthUri.of(issuer, started.account(), started.secret());
        Json.answer(ctx, 200, new TotpJson(started.secret().base32(), uri, QrSvg.of(uri)));
    }

    private void confirm(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> code = fields.code("code");
        fields.check();
        ConfirmTotp.Command command =
                new ConfirmTotp.Command(Authentication.principal(ctx), code.orElseThrow(), caller.device(ctx.req()));
        Json.answer(ctx, 200, RecoveryCodesJson.of(mfa.confirmTotp().confirm(command)));
    }

    private void remove(Context ctx) {
        Proof proof = proof(ctx);
        mfa.removeTotp()
                .remove(new RemoveTotp.Command(
                        Authentication.principal(ctx), proof.password(), proof.code(), caller.device(ctx.req())));
        ctx.status(204);
    }

    private void renew(Context ctx) {
        Proof proof = proof(ctx);
        RenewRecoveryCodes.Command command = new RenewRecoveryCodes.Command(
                Authentication.principal(ctx), proof.password(), proof.code(), caller.device(ctx.req()));
        Json.answer(ctx, 200, RecoveryCodesJson.of(mfa.renewRecoveryCodes().renew(command)));
    }

    private static Proof proof(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<Password> password = fields.passwordAgain("password");
        Optional<String> code = fields.code("code");
        fields.check();
        return new Proof(password, code.orElseThrow());
    }

    /** By what somebody shows again that it is they. */
    private record Proof(Optional<Password> password, String code) {}
}
