package io.tenantry.http.api.session;

import io.javalin.http.Context;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SigningKeyring;
import io.tenantry.http.wire.Json;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@code /.well-known/jwks.json}: the keys by which others check our access tokens (RFC 7517, RFC 7518 section 6.3.1). */
public final class KeyRoutes {
    private static final String CACHE = "public, max-age=300";

    private final SigningKeyring keys;

    public KeyRoutes(SigningKeyring keys) {
        this.keys = keys;
    }

    public void mount(Routes routes) {
        routes.get("/.well-known/jwks.json", RouteAccess.PUBLIC, this::keys);
    }

    private void keys(Context ctx) {
        List<Jwk> all = keys.all().stream().map(Jwk::of).toList();
        ctx.header("Cache-Control", CACHE);
        Json.answer(ctx, 200, Map.of("keys", all));
    }

    private record Jwk(String kty, String use, String alg, String kid, String n, String e) {
        static Jwk of(SigningKey key) {
            RSAPublicKey rsa = (RSAPublicKey) key.pair().getPublic();
            return new Jwk("RSA", "sig", "RS256", key.id(), base64(rsa.getModulus()), base64(rsa.getPublicExponent()));
        }

        /** Big-endian, without the sign's leading zero. */
        private static String base64(BigInteger number) {
            byte[] bytes = number.toByteArray();
            byte[] bare = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bare);
        }
    }
}
