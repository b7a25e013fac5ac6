package io.tenantry.http.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Reads the claims of an access token with exactly the types that ours have. */
final class ClaimsReader {
    /** The end of the year 9999: no time that a token names lies behind it. */
    private static final long LATEST = 253_402_300_799L;

    private static final long MICROS_A_SECOND = 1_000_000;

    private final ObjectNode claims;

    private ClaimsReader(ObjectNode claims) {
        this.claims = claims;
    }

    /** @throws Unauthenticated if a claim is missing or of another type */
    static TokenClaims read(ObjectNode claims) {
        ClaimsReader reader = new ClaimsReader(claims);
        try {
            return reader.read();
        } catch (IllegalArgumentException noSuchRoleOrId) {
            throw new Unauthenticated();
        }
    }

    /** From when on the token counts, if it says so. */
    static Optional<Instant> notBefore(ObjectNode claims) {
        return claims.has("nbf") ? Optional.of(new ClaimsReader(claims).time("nbf")) : Optional.empty();
    }

    /** Of a user if it names a session, of a machine if it names a client: of one of them. */
    private TokenClaims read() {
        if (claims.has("sid") == claims.has("client_id")) {
            throw new Unauthenticated();
        }
        return claims.has("sid") ? new TokenClaims.OfUser(user()) : new TokenClaims.OfMachine(machine());
    }

    private AccessClaims user() {
        return new AccessClaims(
                new UserId(uuid("sub")),
                new SessionId(uuid("sid")),
                claims.has("tid") ? Optional.of(new TenantId(uuid("tid"))) : Optional.empty(),
                claims.has("role") ? Optional.of(Role.ofWord(TokenText.text(claims, "role"))) : Optional.empty(),
                time("iat"),
                time("exp"),
                uuid("jti"));
    }

    private MachineClaims machine() {
        UUID key = uuid("client_id");
        if (!key.equals(uuid("sub"))) {
            throw new Unauthenticated();
        }
        return new MachineClaims(
                new ApiKeyId(key),
                new TenantId(uuid("tid")),
                scopes(),
                time("iat"),
                time("exp"),
                uuid("jti"),
                micros("secret_since"));
    }

    /** Since the epoch: a secret is told from the next one by when it was handed out, and the second would not do. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private Instant micros(String name) {
        long micros = whole(name);
        if (micros > LATEST * MICROS_A_SECOND) {
            throw new Unauthenticated();
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** In the one spelling that ours have; a token that gives nothing has no such claim. */
    private Scopes scopes() {
        if (!claims.has("scope")) {
            return Scopes.NONE;
        }
        String text = TokenText.text(claims, "scope");
        return ScopeText.parse(text)
                .filter(scopes -> !text.isEmpty() && scopes.toString().equals(text))
                .orElseThrow(Unauthenticated::new);
    }

    private Instant time(String name) {
        long seconds = whole(name);
        if (seconds > LATEST) {
            throw new Unauthenticated();
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** Not negative. */
    private long whole(String name) {
        JsonNode value = claims.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new Unauthenticated();
        }
        return value.longValue();
    }

    private UUID uuid(String name) {
        String text = TokenText.text(claims, name);
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new Unauthenticated();
        }
        return uuid;
    }
}
