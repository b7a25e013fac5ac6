package io.tenantry.http.api.invitation;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.invitation.AcceptInvitation;
import io.tenantry.domain.invitation.InvitationUseCases;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.user.PersonName;
import io.tenantry.http.api.session.SignedInJson;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SignInAnswers;
import io.tenantry.http.auth.TokenDelivery;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/invitations}: what the token in an invitation's mail opens. */
public final class MailedInvitationRoutes {
    private static final String PASSWORD = "password";

    private final InvitationUseCases invitations;
    private final SignInAnswers answers;
    private final Caller caller;

    public MailedInvitationRoutes(InvitationUseCases invitations, SignInAnswers answers, Caller caller) {
        this.invitations = invitations;
        this.answers = answers;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/invitations/preview", RouteAccess.PUBLIC, this::preview);
        routes.making("/api/v1/invitations/accept", RouteAccess.PUBLIC_OR_USER, this::accept);
        routes.post("/api/v1/invitations/decline", RouteAccess.PUBLIC, this::decline);
    }

    private void preview(Context ctx) {
        SecretToken token = tokenAlone(ctx);
        Json.answer(ctx, 200, PreviewJson.of(invitations.previewInvitation().preview(token, caller.device(ctx.req()))));
    }

    private void decline(Context ctx) {
        invitations.declineInvitation().decline(tokenAlone(ctx), caller.device(ctx.req()));
        ctx.status(204);
    }

    private void accept(Context ctx) {
        Optional<Principal> by = Authentication.knownUser(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<SecretToken> token = fields.line("token").map(SecretToken::new);
        Optional<AcceptInvitation.Newcomer> newcomer = by.isPresent() ? Optional.empty() : newcomer(fields);
        TokenDelivery delivery = delivery(ctx, by, fields);
        fields.check();
        AcceptInvitation.Command command = new AcceptInvitation.Command(
                token.orElseThrow(), by, newcomer, SessionKind.ROTATING, caller.device(ctx.req()));
        answers.answer(
                ctx,
                delivery,
                SignedInJson.SHAPE,
                () -> invitations.acceptInvitation().accept(command));
    }

    /** Whether a password is needed only the core can tell: who has an account hears of that. */
    private static Optional<AcceptInvitation.Newcomer> newcomer(Fields fields) {
        Optional<String> first = fields.optional("firstName", PersonName::problemWithPart);
        Optional<String> last = fields.optional("lastName", PersonName::problemWithPart);
        Optional<Password> password = fields.text(PASSWORD)
                .filter(typed -> !typed.isEmpty())
                .flatMap(typed -> fields.newPassword(PASSWORD, Optional.empty(), Optional.empty()));
        return password.map(given -> new AcceptInvitation.Newcomer(given, PersonName.of(first, last)));
    }

    /** Who is signed in gets the tokens as they have them now; a newcomer, and who wants it so, as asked. */
    private TokenDelivery delivery(Context ctx, Optional<Principal> by, Fields fields) {
        boolean wanted = TokenDelivery.wantsCookies(fields, answers.cookies());
        return by.map(signedIn -> TokenDelivery.likeNow(ctx, answers.cookies()).or(wanted))
                .orElseGet(() -> new TokenDelivery(wanted, false));
    }

    private static SecretToken tokenAlone(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<String> token = fields.line("token");
        fields.check();
        return new SecretToken(token.orElseThrow());
    }
}
