package io.tenantry.http.api.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.http.api.tenant.TenantJson;
import io.tenantry.http.api.user.UserJson;
import io.tenantry.http.auth.SignedInShape;
import java.time.Duration;
import java.util.Optional;

/**
 * What the native API answers to a sign-in.
 *
 * @param accessToken absent where the tokens are in cookies
 * @param refreshToken likewise
 * @param expiresIn of the access token, in seconds
 */
public record SignedInJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) String accessToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken,
        String tokenType,
        long expiresIn,
        UserJson user,
        TenantJson tenant,
        String role) {
    public static final SignedInShape SHAPE = new SignedInShape() {
        @Override
        public SignedInJson withTokens(SignedIn signedIn, String accessToken) {
            return of(signedIn, Optional.of(accessToken), signedIn.refreshToken());
        }

        @Override
        public SignedInJson withCookies(SignedIn signedIn) {
            return of(signedIn, Optional.empty(), Optional.empty());
        }
    };

    private static SignedInJson of(SignedIn signedIn, Optional<String> access, Optional<RefreshToken> refresh) {
        AccessClaims claims = signedIn.claims();
        return new SignedInJson(
                access.orElse(null),
                refresh.map(RefreshToken::value).orElse(null),
                "Bearer",
                Duration.between(claims.issuedAt(), claims.expiresAt()).toSeconds(),
                UserJson.of(signedIn.user()),
                signedIn.tenant().map(in -> TenantJson.of(in.tenant())).orElse(null),
                signedIn.tenant().map(in -> in.role().word()).orElse(null));
    }
}
