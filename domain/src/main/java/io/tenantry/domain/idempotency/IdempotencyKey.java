package io.tenantry.domain.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which a caller marks a request and every repetition of it: 1 to 255 visible ASCII characters, best a random UUID. What is kept
 * of an answer is sealed by it, so it is never shown. Two are the same only in the same spelling.
 *
 * <p>draft-ietf-httpapi-idempotency-key-header, section 2.
 */
public final class IdempotencyKey {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final String value;

    private IdempotencyKey(String value) {
        this.value = value;
    }

    /** Empty if the text is none. */
    public static Optional<IdempotencyKey> parse(String text) {
        return Optional.of(text).filter(FORM.asMatchPredicate()).map(IdempotencyKey::new);
    }

    /** The key in clear. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdempotencyKey that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "IdempotencyKey[redacted]";
    }
}
