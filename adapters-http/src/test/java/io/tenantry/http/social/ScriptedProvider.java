package io.tenantry.http.social;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import net.minidev.json.JSONObject;

/**
 * An OpenID provider on this machine: holds client, redirect address, PKCE and the code's one use to the letter, and signs.
 * What it says of itself and of people, a test may change.
 */
public final class ScriptedProvider implements AutoCloseable {

    public static final String CLIENT = "tenantry";
    public static final String SECRET = "a-secret-of-more-than-32-characters-for-hmac";

    private static final RSAKey RSA =
            generated(() -> new RSAKeyGenerator(2048).keyID("rsa-1").generate());

    final LoopbackServer server = new LoopbackServer();
    /** What it says of itself. */
    final Map<String, Object> metadata = new LinkedHashMap<>();
    /** What its ID tokens say of a person, beside what every token says. */
    public final Map<String, Object> person = new LinkedHashMap<>();
    /** What its user info endpoint says. */
    final Map<String, Object> userInfo = new LinkedHashMap<>();
    /** The last word on an ID token's claims. */
    Consumer<JWTClaimsSet.Builder> claims = builder -> {};

    Function<JWTClaimsSet, String> signer = all -> signed(all, RSA);
    List<JWK> keys = List.of(RSA.toPublicJWK());

    private final Map<String, Map<String, String>> visits = new ConcurrentHashMap<>();

    public ScriptedProvider() {
        metadata.put("issuer", issuer());
        metadata.put("authorization_endpoint", issuer() + "/authorize");
        metadata.put("token_endpoint", issuer() + "/token");
        metadata.put("jwks_uri", issuer() + "/jwks");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256", "HS256", "none"));
        person.put("sub", "248289761001");
        person.put("email", "ada@example.com");
        person.put("email_verified", true);
        person.put("given_name", "Ada");
        person.put("family_name", "Lovelace");
        server.on("/.well-known/openid-configuration", exchange -> json(exchange, metadata));
        server.on("/jwks", exchange -> json(exchange, new JWKSet(keys).toJSONObject()));
        server.on("/token", this::token);
        server.on("/userinfo", this::userInfo);
    }

    public String issuer() {
        return server.address().toString();
    }

    /** Somebody signs in there and agrees. */
    public Return visit(URI authorizationUri) {
        Map<String, String> asked = single(authorizationUri.getRawQuery());
        String code = UUID.randomUUID().toString();
        visits.put(code, asked);
        return new Return(code, asked.get("state"));
    }

    /** What it was asked for the last time that somebody came by. */
    static Map<String, String> single(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        URLUtils.parseParameters(query).forEach((name, all) -> values.put(name, String.join(" ", all)));
        return values;
    }

    static String signed(JWTClaimsSet all, JWK key) {
        try {
            boolean rsa = key instanceof RSAKey;
            JWSHeader header = new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, all);
            token.sign(rsa ? new RSASSASigner((RSAKey) key) : new ECDSASigner((ECKey) key));
            return token.serialize();
        } catch (JOSEException ownKeySigns) {
            throw new IllegalStateException(ownKeySigns);
        }
    }

    static RSAKey rsaKey(String id) {
        return generated(() -> new RSAKeyGenerator(2048).keyID(id).generate());
    }

    static ECKey ecKey(String id) {
        return generated(() -> new ECKeyGenerator(Curve.P_256).keyID(id).generate());
    }

    @Override
    public void close() {
        server.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = single(body(exchange));
        Map<String, String> asked = visits.remove(String.valueOf(sent.get("code")));
        if (!isClient(exchange, sent)) {
            refuse(exchange, 401, "invalid_client");
        } else if (asked == null || !fits(asked, sent)) {
            refuse(exchange, 400, "invalid_grant");
        } else {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("access_token", "access-" + UUID.randomUUID());
            answer.put("token_type", "Bearer");
            answer.put("id_token", signer.apply(idToken(asked)));
            json(exchange, answer);
        }
    }

    private JWTClaimsSet idToken(Map<String, String> asked) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"));
        person.forEach(builder::claim);
        claims.accept(builder);
        return builder.build();
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        boolean shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer access-");
        if (shown) {
            json(exchange, userInfo);
        } else {
            refuse(exchange, 401, "invalid_token");
        }
    }

    private boolean isClient(HttpExchange exchange, Map<String, String> sent) {
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean byPost = String.valueOf(metadata.get("token_endpoint_auth_methods_supported"))
                .contains("post");
        return byPost
                ? CLIENT.equals(sent.get("client_id")) && SECRET.equals(sent.get("client_secret"))
                : ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** RFC 6749, section 4.1.3; RFC 7636, section 4.6. */
    private static boolean fits(Map<String, String> asked, Map<String, String> sent) {
        return "authorization_code".equals(sent.get("grant_type"))
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.get("code_challenge").equals(challenge(sent.get("code_verifier")));
    }

    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
        LoopbackServer.answer(exchange, status, "application/json", "{\"error\":\"" + error + "\"}");
    }

    private static void json(HttpExchange exchange, Map<String, Object> members) throws IOException {
        LoopbackServer.answer(exchange, 200, "application/json", new JSONObject(members).toJSONString());
    }

    private static <T> T generated(Generation<T> generation) {
        try {
            return generation.generate();
        } catch (JOSEException everyJvmCan) {
            throw new IllegalStateException(everyJvmCan);
        }
    }

    private interface Generation<T> {
        T generate() throws JOSEException;
    }

    /** What the browser brings back. */
    public record Return(String code, String state) {}
}
