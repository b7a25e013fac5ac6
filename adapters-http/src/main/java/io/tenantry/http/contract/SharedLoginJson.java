package io.tenantry.http.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import io.tenantry.http.auth.SignedInShape;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code /api/auth/login} answers: the members of the stockshift contract, and those of frontend-auth.
 *
 * @param token absent where the tokens are in cookies
 */
record SharedLoginJson(
        boolean success,
        String message,
        DataJson data,
        @JsonInclude(JsonInclude.Include.NON_NULL) String token,
        UserJson user) {
    static final SignedInShape SHAPE = new SignedInShape() {
        @Override
        public SharedLoginJson withTokens(SignedIn signedIn, String accessToken) {
            return of(signedIn, Optional.of(accessToken), signedIn.refreshToken());
        }

        @Override
        public SharedLoginJson withCookies(SignedIn signedIn) {
            return of(signedIn, Optional.empty(), Optional.empty());
        }
    };

    private static SharedLoginJson of(SignedIn signedIn, Optional<String> access, Optional<RefreshToken> refresh) {
        return new SharedLoginJson(
                true, null, DataJson.of(signedIn, access, refresh), access.orElse(null), UserJson.of(signedIn.user()));
    }

    /** @param expiresIn in milliseconds */
    record DataJson(
            @JsonInclude(JsonInclude.Include.NON_NULL) String accessToken,
            @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken,
            String tokenType,
            long expiresIn,
            String userId,
            String email,
            String fullName) {
        static DataJson of(SignedIn signedIn, Optional<String> access, Optional<RefreshToken> refresh) {
            AccessClaims claims = signedIn.claims();
            return new DataJson(
                    access.orElse(null),
                    refresh.map(RefreshToken::value).orElse(null),
                    "Bearer",
                    Duration.between(claims.issuedAt(), claims.expiresAt()).toMillis(),
                    signedIn.user().id().toString(),
                    signedIn.user().email().value(),
                    signedIn.user().name().full());
        }
    }

    record UserJson(String id, String email, String firstName, String lastName) {
        static UserJson of(User user) {
            return new UserJson(
                    user.id().toString(),
                    user.email().value(),
                    user.name().first().orElse(""),
                    user.name().last().orElse(""));
        }
    }
}
