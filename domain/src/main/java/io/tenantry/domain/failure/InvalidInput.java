package io.tenantry.domain.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One or more fields of an input cannot be used. */
public final class InvalidInput extends DomainFailure {

    /** The names under which the core reports a field; contracts translate them into their own. */
    public static final String NAME = "name";

    /** See {@link #NAME}. */
    public static final String SLUG = "slug";

    /** See {@link #NAME}. */
    public static final String EMAIL = "email";

    /** See {@link #NAME}. */
    public static final String PASSWORD = "password";

    /** See {@link #NAME}. */
    public static final String CURRENT_PASSWORD = "currentPassword";

    /** See {@link #NAME}. */
    public static final String CODE = "code";

    /** See {@link #NAME}. */
    public static final String EXPIRES_AT = "expiresAt";

    /** See {@link #NAME}. */
    public static final String SCOPE = "scope";

    /** See {@link #NAME}. */
    public static final String TO = "to";

    /** See {@link #NAME}. */
    public static final String DAYS = "days";

    /** See {@link #NAME}. */
    public static final String URL = "url";

    private final transient Map<String, FieldProblem> problems;

    /** @param problems field to problem, in the order in which they are to be shown; at least one */
    public InvalidInput(Map<String, FieldProblem> problems) {
        super("validation_failed", "Validation failed");
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem named");
        }
        this.problems = new LinkedHashMap<>(problems);
    }

    public InvalidInput(String field, FieldProblem problem) {
        this(Map.of(field, problem));
    }

    public Map<String, FieldProblem> problems() {
        return Collections.unmodifiableMap(problems);
    }
}
