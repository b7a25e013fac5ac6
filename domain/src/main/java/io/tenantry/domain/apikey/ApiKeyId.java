package io.tenantry.domain.apikey;

import io.tenantry.domain.id.UuidV7;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names an API key. Its public id, which the key itself bears, is the same number in 22 base62 digits. */
public record ApiKeyId(UUID value) {

    static final int PUBLIC_LENGTH = 22;

    private static final int BYTES = 16;

    public ApiKeyId {
        Objects.requireNonNull(value);
    }

    public static ApiKeyId next(Instant now, RandomGenerator random) {
        return new ApiKeyId(UuidV7.next(now, random));
    }

    /** The key of a {@link #prefix}, or of all that begins with one as its secrets do: of those nothing else is looked at. */
    public static Optional<ApiKeyId> ofPrefix(String shown) {
        int start = ApiKeySecret.SIGN.length();
        int end = start + PUBLIC_LENGTH;
        boolean begins = ApiKeySecret.looksLikeOne(shown) && shown.length() >= end;
        boolean fits = begins && (shown.length() == end || shown.charAt(end) == '_');
        return fits ? ofPublic(shown.substring(start, end)) : Optional.empty();
    }

    /** The key of that public id; empty if it is none. */
    static Optional<ApiKeyId> ofPublic(String publicId) {
        return Base62.decode(publicId, BYTES)
                .map(ByteBuffer::wrap)
                .map(bytes -> new ApiKeyId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    /** What every secret of the key begins with, also after a rotation: {@code tk_} and the public id. */
    public String prefix() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
        return ApiKeySecret.SIGN + Base62.encode(bytes, PUBLIC_LENGTH);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
