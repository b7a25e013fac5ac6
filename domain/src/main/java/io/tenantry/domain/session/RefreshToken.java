package io.tenantry.domain.session;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UuidV4;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that keeps a session going. Kept only as its digest, never shown. */
public final class RefreshToken {

    private static final String HMAC = "HmacSHA256";

    private final String value;

    /** One that a caller presents: any text may come. */
    public RefreshToken(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The first of a rotating session: 256 random bits, base64url. */
    public static RefreshToken rotating(RandomGenerator random) {
        return new RefreshToken(SecretToken.generate(random).value());
    }

    /** The one of a fixed session: a random UUID, version 4, 122 random bits. */
    public static RefreshToken fixed(RandomGenerator random) {
        return new RefreshToken(UuidV4.next(random).toString());
    }

    /**
     * The token that follows this one: HMAC-SHA-256 of the salt under this token. Who shows the spent token within the grace
     * gets the same successor again, though only digests and the salt are kept; neither alone gives it away.
     */
    public RefreshToken successor(RotationSalt salt) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), HMAC));
            return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(salt.bytes())));
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** The token in clear. */
    public String value() {
        return value;
    }

    public TokenDigest digest() {
        return TokenDigest.of(value);
    }

    @Override
    public String toString() {
        return "RefreshToken[redacted]";
    }
}
