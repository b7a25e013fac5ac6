package io.tenantry.http.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.domain.machine.MachineClaims;
import java.time.Duration;

/**
 * A token that was given (RFC 6749, section 5.1).
 *
 * @param expiresIn in seconds
 * @param scope absent if the token gives nothing, for which the RFC knows no text
 */
record TokenJson(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,

        @JsonProperty("scope") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String scope) {

    static TokenJson of(MachineClaims claims, String token) {
        Duration lifetime = Duration.between(claims.issuedAt(), claims.expiresAt());
        return new TokenJson(
                token, "Bearer", lifetime.toSeconds(), claims.scopes().toString());
    }

    @Override
    public String toString() {
        return "TokenJson[redacted]";
    }
}
