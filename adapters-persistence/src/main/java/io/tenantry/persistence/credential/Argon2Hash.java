package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 (RFC 9106) in its PHC form: {@code $argon2id$v=19$m=65536,t=3,p=4$<salt>$<hash>}, salt and hash in base64. */
final class Argon2Hash implements ForeignHash {

    /** 256 MiB, in KiB. */
    static final int MAX_MEMORY = 256 * 1024;

    /** Memory times passes, in KiB: what the time to check one grows with. */
    private static final long MAX_WORK = 256 * 1024;

    private static final int MAX_LANES = 64;

    /** Of RFC 9106, section 3.1: there are eight blocks, of 1 KiB each, in a lane at the least. */
    private static final int LEAST_MEMORY_OF_LANE = 8;

    private static final int VERSION_OF_HASHES_WITHOUT_ONE = Argon2Parameters.ARGON2_VERSION_10;

    private static final Map<String, Integer> TYPES =
            Map.of("d", Argon2Parameters.ARGON2_d, "i", Argon2Parameters.ARGON2_i, "id", Argon2Parameters.ARGON2_id);

    private static final Pattern FORM = Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(16|19))?"
            + "\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,8}),p=([1-9]\\d{0,3})"
            + "\\$([A-Za-z0-9+/]{11,128})\\$([A-Za-z0-9+/]{16,171})");

    private final Argon2Parameters parameters;
    private final byte[] hash;

    private Argon2Hash(Argon2Parameters parameters, byte[] hash) {
        this.parameters = parameters;
        this.hash = hash;
    }

    static Argon2Hash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new UnusableHash("the Argon2 hash is malformed");
        }
        int memory = Integer.parseInt(parts.group(3));
        int passes = Integer.parseInt(parts.group(4));
        int lanes = Integer.parseInt(parts.group(5));
        requireBounds(memory, passes, lanes);
        Argon2Parameters parameters = new Argon2Parameters.Builder(TYPES.get(parts.group(1)))
                .withVersion(parts.group(2) == null ? VERSION_OF_HASHES_WITHOUT_ONE : Integer.parseInt(parts.group(2)))
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(bytes(parts.group(6)))
                .build();
        return new Argon2Hash(parameters, bytes(parts.group(7)));
    }

    @Override
    public int memory() {
        return parameters.getMemory();
    }

    @Override
    public boolean matches(Password password) {
        byte[] computed = new byte[hash.length];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), computed);
        return MessageDigest.isEqual(computed, hash);
    }

    private static void requireBounds(int memory, int passes, int lanes) {
        if (memory > MAX_MEMORY) {
            throw new UnusableHash("the Argon2 hash takes more than 256 MiB of memory");
        }
        if (memory * (long) passes > MAX_WORK) {
            throw new UnusableHash("the Argon2 hash takes more than 256 MiB of memory over all its passes");
        }
        if (lanes > MAX_LANES || memory < LEAST_MEMORY_OF_LANE * lanes) {
            throw new UnusableHash("the Argon2 hash has more lanes than 64, or than its memory is enough for");
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            throw new UnusableHash("the Argon2 hash is no base64");
        }
    }
}
