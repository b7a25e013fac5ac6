package io.tenantry.http.auth;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.http.wire.Fields;
import java.util.Optional;

/**
 * What a sign-in may ask for beside e-mail and password.
 *
 * @param tenant {@code tenant}: the id or slug of the one to work in
 * @param rememberMe {@code rememberMe}: a longer session
 */
public record SignInFields(Optional<TenantReference> tenant, boolean rememberMe) {
    private static final String SESSION = "session";

    public static SignInFields read(Fields fields) {
        return new SignInFields(fields.tenant("tenant"), fields.isTrue("rememberMe"));
    }

    /** Whether {@code "session":"cookie"} asks for cookies; refused where they would go over the network in clear. */
    public static boolean wantsCookies(Fields fields, SessionCookies cookies) {
        Optional<String> session = fields.text(SESSION);
        boolean wanted = session.filter("cookie"::equals).isPresent();
        if (session.isPresent() && !(wanted && cookies.areAllowed())) {
            fields.reject(SESSION, FieldProblem.NOT_ALLOWED);
        }
        return wanted;
    }
}
