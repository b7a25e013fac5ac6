package io.tenantry.persistence.mfa;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import io.tenantry.domain.mfa.TotpCodes;
import io.tenantry.domain.mfa.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of a time step: those of RFC 4226 for the step's number as the counter (RFC 6238, section 4). Safe for use by several threads. */
public final class Rfc6238Codes implements TotpCodes {

    private static final int DIGITS = 6;

    private static final long STEP_SECONDS = 30;

    private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator(DIGITS);

    @Override
    public Optional<Long> step(TotpSecret secret, String code, Instant now, long after) {
        byte[] shown = code.getBytes(StandardCharsets.UTF_8);
        Key key = new SecretKeySpec(secret.bytes(), generator.getAlgorithm());
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > after)
                .filter(step -> MessageDigest.isEqual(code(key, step), shown))
                .boxed()
                .findFirst();
    }

    private byte[] code(Key key, long step) {
        try {
            // Left to the default locale, the digits would be another script's where that writes its own.
            return generator
                    .generateOneTimePasswordString(key, step, Locale.ROOT)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException everyLengthServes) {
            throw new IllegalStateException(everyLengthServes);
        }
    }
}
