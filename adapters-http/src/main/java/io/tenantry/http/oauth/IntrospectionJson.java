package io.tenantry.http.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.http.auth.JwtCodec;

/**
 * A token that holds (RFC 7662, section 2.2), with what it gives just now.
 *
 * @param scope absent if that is nothing
 */
record IntrospectionJson(
        boolean active,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String scope,
        @JsonProperty("client_id") String clientId,
        String sub,
        String tid,
        String iss,
        String aud,
        long exp,
        long iat,
        String jti,
        @JsonProperty("token_type") String tokenType) {

    static IntrospectionJson of(MachineClaims claims, JwtCodec codec) {
        return new IntrospectionJson(
                true,
                claims.scopes().toString(),
                claims.key().toString(),
                claims.key().toString(),
                claims.tenant().toString(),
                codec.issuer(),
                codec.audience(),
                claims.expiresAt().getEpochSecond(),
                claims.issuedAt().getEpochSecond(),
                claims.id().toString(),
                "Bearer");
    }
}
