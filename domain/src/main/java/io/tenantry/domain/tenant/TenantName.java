package io.tenantry.domain.tenant;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import java.util.Optional;

/** What a tenant calls itself: 1 to 100 code points, trimmed, otherwise as it was typed. */
public record TenantName(String value) {

    public static final int MAX_LENGTH = 100;

    /** @throws IllegalArgumentException if {@link #problemWith} finds one */
    public TenantName {
        value = PlainText.trim(value);
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException("tenant name: " + problem);
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
