package io.tenantry.http.api.admin;

import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.QueryFields;
import java.util.Optional;

/** {@code ?query=} of the routes that search. */
final class Searches {
    private static final int LONGEST = 200;

    private Searches() {}

    /** What is looked for; everything where nothing is asked for. */
    static SearchText text(QueryFields query) {
        return query.filter(
                        "query",
                        typed -> typed.length() > LONGEST ? Optional.empty() : Optional.of(SearchText.of(typed)),
                        FieldProblem.TOO_LONG)
                .orElse(SearchText.EVERYTHING);
    }
}
