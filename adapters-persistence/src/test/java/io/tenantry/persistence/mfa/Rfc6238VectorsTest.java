package io.tenantry.persistence.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library against RFC 6238, appendix B, with its erratum 2866: a seed for each hash, as long as the hash. */
class Rfc6238VectorsTest {

    @ParameterizedTest
    @CsvSource({
        "59,          94287082, 46119246, 90693936",
        "1111111109,  07081804, 68084774, 25091201",
        "1111111111,  14050471, 67062674, 99943326",
        "1234567890,  89005924, 91819424, 93441116",
        "2000000000,  69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void R_T1_all_eighteen_vectors_hold(long second, String sha1, String sha256, String sha512) throws Exception {
        assertThat(code("HmacSHA1", 20, second)).isEqualTo(sha1);
        assertThat(code("HmacSHA256", 32, second)).isEqualTo(sha256);
        assertThat(code("HmacSHA512", 64, second)).isEqualTo(sha512);
    }

    private static String code(String algorithm, int seedLength, long second) throws InvalidKeyException {
        byte[] seed = "1234567890".repeat(7).substring(0, seedLength).getBytes(StandardCharsets.US_ASCII);
        return new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 8, algorithm)
                .generateOneTimePasswordString(
                        new SecretKeySpec(seed, algorithm), Instant.ofEpochSecond(second), Locale.ROOT);
    }
}
