package io.tenantry.http.auth;

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
    public static SignInFields read(Fields fields) {
        return new SignInFields(fields.tenant("tenant"), fields.isTrue("rememberMe"));
    }
}
