package io.tenantry.http.api.apikey;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.Changes;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What bodies say of keys. What is wrong with it is told by {@link Fields#check}. */
final class ApiKeyFields {
    private ApiKeyFields() {}

    static Optional<ApiKeyName> name(Fields fields) {
        return fields.required("name", ApiKeyName::problemWith).map(ApiKeyName::new);
    }

    static Optional<Scopes> scopes(Fields fields) {
        return fields.texts("scopes", Scopes.MOST, ApiKeyFields::problemWithScope)
                .map(texts -> new Scopes(texts.stream().map(Scope::new).collect(Collectors.toUnmodifiableSet())));
    }

    /** Empty if the key is not to end. */
    static Optional<Instant> expiresAt(Fields fields) {
        return Changes.of(fields)
                .text(
                        "expiresAt",
                        ApiKeyFields::problemWithTime,
                        typed -> TimeText.time(typed).orElseThrow())
                .applyTo(Optional.empty());
    }

    static Duration overlap(Fields fields) {
        return Duration.ofSeconds(wholeNumber(fields, "overlapSeconds", ApiKey.LONGEST_OVERLAP.toSeconds()));
    }

    /** An empty text is none: who asks for a scope asks for one. */
    static Optional<Scope> scope(Fields fields) {
        return Changes.of(fields)
                .text("scope", ApiKeyFields::problemWithScope, Scope::new)
                .applyTo(Optional.empty());
    }

    /** 0 if it is not there. */
    static long wholeNumber(Fields fields, String field, long most) {
        return Changes.of(fields).wholeNumber(field, most).applyTo(0L, 0L);
    }

    private static Optional<FieldProblem> problemWithScope(String typed) {
        return Scope.isScope(typed) ? Optional.empty() : Optional.of(FieldProblem.MALFORMED);
    }

    private static Optional<FieldProblem> problemWithTime(String typed) {
        return TimeText.time(typed).isPresent() ? Optional.empty() : Optional.of(FieldProblem.MALFORMED);
    }
}
