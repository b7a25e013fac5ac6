package io.tenantry.application.inmemory;

import io.tenantry.domain.mfa.TotpCodes;
import io.tenantry.domain.mfa.TotpSecret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes themselves, without a library: the harness takes on none. */
final class InMemoryTotpCodes implements TotpCodes {

    private static final String HMAC = "HmacSHA1";

    private static final long STEP_SECONDS = 30;

    private static final int MODULUS = 1_000_000;

    @Override
    public Optional<Long> step(TotpSecret secret, String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > after)
                .boxed()
                .filter(step -> code(secret, step).equals(code))
                .findFirst();
    }

    /** The code of a time step (RFC 4226, section 5.3). */
    static String code(TotpSecret secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.bytes(), HMAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    static String codeAt(TotpSecret secret, Instant now) {
        return code(secret, now.getEpochSecond() / STEP_SECONDS);
    }
}
