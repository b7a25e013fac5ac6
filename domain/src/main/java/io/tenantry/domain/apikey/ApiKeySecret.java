package io.tenantry.domain.apikey;

import io.tenantry.domain.credential.TokenDigest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key in clear: {@code tk_<public id>_<secret><checksum>}, of 256 random bits in 43 base62 digits, and the CRC-32 (ISO 3309)
 * of all that stands before it in 6. Handed out once, kept as its SHA-256. Never shown.
 */
public final class ApiKeySecret {

    static final String SIGN = "tk_";

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int SHOWN_LENGTH = 4;
    private static final Pattern FORM = Pattern.compile("tk_([0-9A-Za-z]{22})_[0-9A-Za-z]{43}([0-9A-Za-z]{6})");

    private final String value;
    private final ApiKeyId key;

    private ApiKeySecret(String value, ApiKeyId key) {
        this.value = value;
        this.key = key;
    }

    /** @param random must be cryptographically strong */
    public static ApiKeySecret generate(ApiKeyId key, RandomGenerator random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String unchecked = key.prefix() + "_" + Base62.encode(bytes, SECRET_LENGTH);
        return new ApiKeySecret(unchecked + checksum(unchecked), key);
    }

    /** What a caller shows, if it has the form of a key and its checksum is right: found out without looking anything up. */
    public static Optional<ApiKeySecret> parse(String shown) {
        Matcher form = FORM.matcher(shown);
        if (!form.matches() || !form.group(2).equals(checksum(shown.substring(0, form.start(2))))) {
            return Optional.empty();
        }
        return ApiKeyId.ofPublic(form.group(1)).map(id -> new ApiKeySecret(shown, id));
    }

    /** Whether it is meant to be a key and nothing else. */
    public static boolean looksLikeOne(String shown) {
        return shown.startsWith(SIGN);
    }

    /** Of which key, if it is right. */
    public ApiKeyId key() {
        return key;
    }

    /** The key in clear. */
    public String value() {
        return value;
    }

    public TokenDigest digest() {
        return TokenDigest.of(value);
    }

    /** By which its owner tells it from another: the last four characters. */
    public String lastFour() {
        return value.substring(value.length() - SHOWN_LENGTH);
    }

    @Override
    public String toString() {
        return "ApiKeySecret[" + key + "]";
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(crc.getValue(), CHECKSUM_LENGTH);
    }
}
