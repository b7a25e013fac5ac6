package io.tenantry.http.auth;

import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Scopes as they are written for OAuth: with a space between (RFC 6749, section 3.3). */
public final class ScopeText {
    private ScopeText() {}

    /** Empty if one of them is none, or there are too many; no text at all is no scopes. */
    public static Optional<Scopes> parse(String text) {
        List<String> written = text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        boolean fits = written.size() <= Scopes.MOST && written.stream().allMatch(Scope::isScope);
        return fits
                ? Optional.of(new Scopes(written.stream().map(Scope::new).collect(Collectors.toUnmodifiableSet())))
                : Optional.empty();
    }
}
