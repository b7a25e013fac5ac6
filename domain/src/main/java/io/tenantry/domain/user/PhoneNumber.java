package io.tenantry.domain.user;

import io.tenantry.domain.text.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number as it was typed: 3 to 20 of digits, spaces and {@code + - ( ) . /}, with a digit at least. */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[0-9+() ./-]{3,20}");

    /** @throws IllegalArgumentException if it is none */
    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no phone number");
        }
    }

    /** Reads what was typed, trimmed; empty if it is none. */
    public static Optional<PhoneNumber> parse(String typed) {
        String trimmed = PlainText.trim(typed);
        return FORM.matcher(trimmed).matches() ? Optional.of(new PhoneNumber(trimmed)) : Optional.empty();
    }
}
