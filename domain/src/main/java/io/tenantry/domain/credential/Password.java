package io.tenantry.domain.credential;

import java.util.Objects;

/** What a person typed as a password: never trimmed, folded or normalised, and never shown. */
public final class Password {

    private final String value;

    public Password(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The password in clear. For rules and hashing alone. */
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
