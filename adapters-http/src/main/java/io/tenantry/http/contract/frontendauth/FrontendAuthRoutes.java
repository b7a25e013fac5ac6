package io.tenantry.http.contract.frontendauth;

import io.javalin.http.Context;
import io.tenantry.domain.credential.CredentialUseCases;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.ResendVerification;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserUseCases;
import io.tenantry.domain.user.VerifyEmail;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.contract.frontendauth.FrontendAuthJson.MessageJson;
import io.tenantry.http.contract.frontendauth.FrontendAuthJson.RegisteredJson;
import io.tenantry.http.contract.frontendauth.FrontendAuthJson.VerifiedJson;
import io.tenantry.http.pages.Pages;
import io.tenantry.http.wire.Accepted;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.QueryText;
import java.util.Optional;

/** The frontend-auth contract: people sign up without a tenant, verify their address, and reset a lost password. */
public final class FrontendAuthRoutes {
    private final UserUseCases users;
    private final CredentialUseCases credentials;
    private final CookieSessions cookieSessions;
    private final Caller caller;

    public FrontendAuthRoutes(
            UserUseCases users, CredentialUseCases credentials, CookieSessions cookieSessions, Caller caller) {
        this.users = users;
        this.credentials = credentials;
        this.cookieSessions = cookieSessions;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.getWithEffect("/api/auth/verify", RouteAccess.PUBLIC, this::verify);
        routes.post("/api/auth/verify/resend", RouteAccess.PUBLIC, this::resend);
        routes.post("/api/auth/forgot", RouteAccess.PUBLIC, this::forgot);
        routes.post("/api/auth/reset", RouteAccess.PUBLIC, this::reset);
    }

    /** Answers a registration that is this contract's. */
    public void register(Context ctx, Fields fields) {
        Optional<String> first = fields.optional("firstName", PersonName::problemWithPart);
        Optional<String> last = fields.optional("lastName", PersonName::problemWithPart);
        Optional<EmailAddress> email = fields.email("email");
        Optional<Password> password = fields.newPassword("password", email, Optional.empty());
        fields.repeated("confirmPassword", "password");
        fields.check();
        User user = users.registerUser()
                .register(new RegisterUser.Command(
                        email.orElseThrow(),
                        PersonName.of(first, last),
                        password.orElseThrow(),
                        caller.device(ctx.req())));
        Json.answer(
                ctx,
                201,
                new RegisteredJson(
                        "Registration successful. Verification email sent.",
                        user.id().toString()));
    }

    /** Answers a logout that is this contract's: of a session whose tokens lie in cookies. */
    public void logout(Context ctx) {
        cookieSessions.end(ctx);
        Json.answer(ctx, 200, new MessageJson("Logged out successfully"));
    }

    private void verify(Context ctx) {
        ctx.res().addHeader("Vary", "Accept");
        if (Accepted.prefersHtml(ctx.header("Accept"))) {
            Pages.verifyPage(ctx);
            return;
        }
        SecretToken token = new SecretToken(QueryText.of(ctx.queryString(), "token"));
        users.verifyEmail().verify(new VerifyEmail.Command(token, caller.device(ctx.req())));
        Json.answer(ctx, 200, new VerifiedJson("Email verified. You can now log in.", "/login"));
    }

    private void resend(Context ctx) {
        users.resendVerification().resend(new ResendVerification.Command(email(ctx), caller.device(ctx.req())));
        Json.answer(
                ctx,
                200,
                new MessageJson("If the address belongs to an account that is not verified, a mail is on its way."));
    }

    private void forgot(Context ctx) {
        credentials
                .requestPasswordReset()
                .request(new RequestPasswordReset.Command(email(ctx), caller.device(ctx.req())));
        Json.answer(ctx, 200, new MessageJson("If the address belongs to an account, a mail is on its way."));
    }

    private void reset(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> token = fields.required("token");
        Optional<Password> password = fields.newPassword("password", Optional.empty(), Optional.empty());
        fields.repeated("confirmPassword", "password");
        fields.check();
        credentials
                .resetPassword()
                .reset(new ResetPassword.Command(
                        new SecretToken(token.orElseThrow()), password.orElseThrow(), caller.device(ctx.req())));
        Json.answer(ctx, 200, new MessageJson("Password reset successful. You can now log in."));
    }

    private static EmailAddress email(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<EmailAddress> email = fields.email("email");
        fields.check();
        return email.orElseThrow();
    }
}
