package io.tenantry.http.auth;

import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that nobody should take, and the one that is right to compare them with. */
final class TokenForge {
    /** 2026-01-01T00:00:00Z, when a {@link ManualClock} starts. */
    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);

    private final SigningKey key = new SigningKey("first", newPair(), NOW);

    SigningKey key() {
        return key;
    }

    AccessClaims claims(Instant now) {
        return new AccessClaims(
                new UserId(UUID.randomUUID()),
                new SessionId(UUID.randomUUID()),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plus(Duration.ofHours(1)),
                UUID.randomUUID());
    }

    /** The claims of a token that is right, as JSON, and others behind them. */
    static String payload(String more) {
        return """
                {"iss":"https://a.example","aud":"https://a.example","sub":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c",\
                "sid":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3d","iat":1767225600,"exp":1767229200,\
                "jti":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3e"%s}""".formatted(more);
    }

    /** Whatever header and payload, truly signed by RS256. */
    String sign(String header, String payload) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.pair().getPrivate());
            signature.update(unsigned(header, payload).getBytes(StandardCharsets.US_ASCII));
            return unsigned(header, payload) + "." + encode(signature.sign());
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Signed by HMAC with what everybody can read at the server. */
    String signByPublicKeyAsSecret(String header, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.pair().getPublic().getEncoded(), "HmacSHA256"));
            byte[] tag = mac.doFinal(unsigned(header, payload).getBytes(StandardCharsets.US_ASCII));
            return unsigned(header, payload) + "." + encode(tag);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    static String unsigned(String header, String payload) {
        return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(payload.getBytes(StandardCharsets.UTF_8));
    }

    static String part(String token, int index) {
        String part = List.of(token.split("\\.", -1)).get(index);
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** The same bytes, spelt with bits set that base64 does not use. */
    static String withUnusedBits(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = token.length() - 1;
        char other = alphabet.charAt(alphabet.indexOf(token.charAt(last)) ^ 1);
        return token.substring(0, last) + other;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Stands still until it is moved. */
    static final class ManualClock implements InstantSource {
        private Instant now = NOW;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
