package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** A sign-in by e-mail and password whose answer carries tokens, or sets cookies where the body asks for them. */
public final class PasswordSignIn {
    private final SessionCalls sessionCalls;
    private final SignInAnswers answers;

    public PasswordSignIn(SessionCalls sessionCalls, SignInAnswers answers) {
        this.sessionCalls = sessionCalls;
        this.answers = answers;
    }

    /**
     * Reads the body, signs in and answers.
     *
     * @param kind of a session with tokens
     */
    public void answer(Context ctx, SessionKind kind, SignedInShape shape) {
        Fields fields = JsonBody.read(ctx);
        Optional<EmailAddress> email = fields.email("email");
        Optional<Password> password = fields.password("password");
        SignInFields options = SignInFields.read(fields);
        TokenDelivery delivery = TokenDelivery.read(fields, answers.cookies());
        fields.check();
        SessionKind opened = SignInAnswers.kind(delivery, kind);
        answers.answer(
                ctx,
                delivery,
                shape,
                () -> sessionCalls.signIn(ctx, email.orElseThrow(), password.orElseThrow(), options, opened));
    }
}
