package io.tenantry.http.wire;

import io.tenantry.domain.page.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A {@link Cursor} as it stands in answers and queries: the microseconds since 1970 and the id, 24 bytes, in base64url. */
final class CursorText {
    private static final int LENGTH = 3 * Long.BYTES;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
    /** The last of year 9999: a storage need not know later times. */
    private static final long LATEST = micros(Instant.parse("9999-12-31T23:59:59.999999Z"));

    private CursorText() {}

    static String of(Cursor cursor) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(micros(cursor.at()))
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits());
        return Base64.getUrlEncoder().encodeToString(bytes.array());
    }

    /** Empty if it is none. */
    static Optional<Cursor> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        long micros = bytes.getLong();
        return micros < 0 || micros > LATEST ? Optional.empty() : Optional.of(new Cursor(time(micros), id(bytes)));
    }

    private static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
