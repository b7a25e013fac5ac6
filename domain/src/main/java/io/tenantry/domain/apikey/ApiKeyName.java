package io.tenantry.domain.apikey;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import java.util.Optional;

/** What its owner calls a key: 1 to 100 code points, trimmed, otherwise as it was typed. */
public record ApiKeyName(String value) {

    public static final int MAX_LENGTH = 100;

    /** @throws IllegalArgumentException if {@link #problemWith} finds one */
    public ApiKeyName {
        value = PlainText.trim(value);
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException("name of a key: " + problem);
        });
    }

    public static Optional<FieldProblem> problemWith(String typed) {
        return PlainText.problemWith(PlainText.trim(typed), 1, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
