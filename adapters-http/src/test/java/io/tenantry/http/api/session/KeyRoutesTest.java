package io.tenantry.http.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyRoutesTest {
    @Test
    void the_published_key_verifies_an_access_token() throws Exception {
        try (TestServer server = TestServer.start()) {
            String token = People.signIn(server, People.owner(server)).at("/accessToken");
            Reply reply = server.client().get("/.well-known/jwks.json");
            JsonNode key = reply.json().at("/keys/0");
            DecodedJWT decoded = JWT.decode(token);
            Algorithm.RSA256(publicKey(key), null).verify(decoded);
            assertThat(decoded.getKeyId()).isEqualTo(key.get("kid").asText());
            assertThat(decoded.getIssuer()).isEqualTo(TestServer.PUBLIC_URL);
            assertThat(decoded.getAudience()).containsExactly(TestServer.PUBLIC_URL);
            assertThat(decoded.getClaims()).containsKeys("sub", "sid", "tid", "role", "iat", "exp", "jti");
        }
    }

    @Test
    void a_cache_may_keep_it_and_it_holds_nothing_private() {
        try (TestServer server = TestServer.start()) {
            Reply reply = server.client().get("/.well-known/jwks.json");
            assertThat(reply.header("Cache-Control")).contains("public, max-age=300");
            assertThat(reply.json().at("/keys/0").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
        }
    }

    private static RSAPublicKey publicKey(JsonNode key) throws Exception {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(member).asText()));
    }
}
