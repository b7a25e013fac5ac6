package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.http.wire.Fields;
import java.util.Optional;

/**
 * How the tokens of a session get to who signs in. Where a second step follows, its token bears this in marks at its end:
 * so the second step answers as the first was asked to. No such token holds a full stop by itself, and a false mark gains
 * nobody anything.
 *
 * @param cookies by cookies, else in the body
 * @param remembered whether the cookies outlive the browser's window
 */
public record TokenDelivery(boolean cookies, boolean remembered) {
    private static final String SESSION = "session";
    private static final String BY_COOKIES = ".c";
    private static final String REMEMBERED = ".r";

    /** What {@code "session":"cookie"} and {@code rememberMe} ask for; refused where cookies would go over the network in clear. */
    public static TokenDelivery read(Fields fields, SessionCookies cookies) {
        return new TokenDelivery(wantsCookies(fields, cookies), fields.isTrue("rememberMe"));
    }

    /** Whether {@code "session":"cookie"} asks for cookies; refused as in {@link #read}. */
    public static boolean wantsCookies(Fields fields, SessionCookies cookies) {
        Optional<String> session = fields.text(SESSION);
        boolean wanted = session.filter("cookie"::equals).isPresent();
        if (session.isPresent() && !(wanted && cookies.areAllowed())) {
            fields.reject(SESSION, FieldProblem.NOT_ALLOWED);
        }
        return wanted;
    }

    /** As the caller, who is signed in, has its tokens now. */
    public static TokenDelivery likeNow(Context ctx, SessionCookies cookies) {
        return new TokenDelivery(!Authentication.hasHeader(ctx), cookies.areRemembered(ctx));
    }

    /** The demand for a second step, its token marked with this. */
    MfaRequired mark(MfaRequired required) {
        String marks = (cookies ? BY_COOKIES : "") + (remembered ? REMEMBERED : "");
        return new MfaRequired(new SecretToken(required.challenge().value() + marks), required.methods());
    }

    /** How the first step, whose second this is, was asked to answer. */
    public static TokenDelivery ofMarked(String mfaToken, SessionCookies cookies) {
        return new TokenDelivery(mfaToken.contains(BY_COOKIES) && cookies.areAllowed(), mfaToken.endsWith(REMEMBERED));
    }

    /** The token without its marks. */
    public static SecretToken unmarked(String mfaToken) {
        int marks = mfaToken.indexOf('.');
        return new SecretToken(marks < 0 ? mfaToken : mfaToken.substring(0, marks));
    }

    public TokenDelivery or(boolean alsoCookies) {
        return new TokenDelivery(cookies || alsoCookies, remembered);
    }
}
