package io.tenantry.http.api.admin;

import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.QueryFields;
import java.util.Optional;

/** {@code ?query=} of the routes that search. */
final class Searches {
    private static final int LONGEST = 200;

    private Searches() {}

    /** What is looked for; everything where nothing is asked for. Refused where there is neither letter nor digit to look for. */
    static SearchText text(QueryFields query) {
        query.filter("query", Searches::ofLength, FieldProblem.TOO_LONG);
        return query.filter("query", Searches::searchable, FieldProblem.MALFORMED)
                .orElse(SearchText.EVERYTHING);
    }

    private static Optional<String> ofLength(String typed) {
        return Optional.of(typed).filter(text -> text.length() <= LONGEST);
    }

    private static Optional<SearchText> searchable(String typed) {
        SearchText wanted = SearchText.of(typed);
        return typed.isBlank() || !wanted.words().isEmpty() ? Optional.of(wanted) : Optional.empty();
    }
}
