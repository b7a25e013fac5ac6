package io.tenantry.http.api.admin;

import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.QueryFields;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code ?query=} where keys are searched: words, an id, or what a key begins with. Of a whole key that somebody pastes only the
 * part that is no secret goes any further.
 */
record KeySearch(SearchText text, Optional<ApiKeyId> exact) {

    /** What is wrong with it is told by {@link QueryFields#check}. */
    static KeySearch read(QueryFields query) {
        boolean isKey = query.filter("query", Optional::of, FieldProblem.MALFORMED)
                .filter(typed -> ApiKeySecret.looksLikeOne(typed.strip()))
                .isPresent();
        return isKey ? ofPrefix(query) : ofWords(query);
    }

    private static KeySearch ofPrefix(QueryFields query) {
        Optional<ApiKeyId> exact =
                query.filter("query", typed -> ApiKeyId.ofPrefix(typed.strip()), FieldProblem.MALFORMED);
        return new KeySearch(exact.map(ApiKeyId::prefix).map(SearchText::of).orElse(SearchText.EVERYTHING), exact);
    }

    private static KeySearch ofWords(QueryFields query) {
        Optional<ApiKeyId> exact = query.filter("query", Optional::of, FieldProblem.MALFORMED)
                .map(String::strip)
                .filter(Fields::isUuid)
                .map(UUID::fromString)
                .map(ApiKeyId::new);
        return new KeySearch(Searches.text(query), exact);
    }
}
