package io.tenantry.http.auth;

import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.session.AccessClaims;
import java.time.Instant;

/** What an access token says: of a user in a session, or of an API key's program. No token is of both. */
public sealed interface TokenClaims {

    Instant issuedAt();

    Instant expiresAt();

    /** Of a user: it names their session ({@code sid}). */
    record OfUser(AccessClaims claims) implements TokenClaims {
        @Override
        public Instant issuedAt() {
            return claims.issuedAt();
        }

        @Override
        public Instant expiresAt() {
            return claims.expiresAt();
        }
    }

    /** Of a key's program: it names the key as its client ({@code client_id}, RFC 9068, section 2.2). */
    record OfMachine(MachineClaims claims) implements TokenClaims {
        @Override
        public Instant issuedAt() {
            return claims.issuedAt();
        }

        @Override
        public Instant expiresAt() {
            return claims.expiresAt();
        }
    }
}
