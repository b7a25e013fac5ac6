package io.tenantry.domain.apikey;

import io.tenantry.domain.membership.Role;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a key may do, altogether; none twice, in the order of the alphabet. {@value #MOST} at most. */
public record Scopes(Set<Scope> values) {

    public static final int MOST = 50;

    public static final Scopes NONE = new Scopes(Set.of());

    /** @throws IllegalArgumentException if there are too many */
    public Scopes {
        if (values.size() > MOST) {
            throw new IllegalArgumentException("too many scopes");
        }
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    public boolean cover(Scope wanted) {
        return values.stream().anyMatch(scope -> scope.covers(wanted));
    }

    /** Whether who has these has the others: none of them is wider. */
    public boolean cover(Scopes others) {
        return others.values.stream().allMatch(this::cover);
    }

    /** Those of these that somebody of a role may give: of Tenantry's own, what the role may do; the host's are the host's to judge. */
    public Scopes within(Role role) {
        return Scope.isAnyWithin(role)
                ? this
                : only(scope -> scope.permissions().allMatch(role::may));
    }

    /**
     * Those of these that the others have as well, and those of the others that these have, but for those that a wider one covers.
     * {@value #MOST} at most: of two long lists some may be left out, so that it is never wider than both.
     */
    public Scopes within(Scopes others) {
        Set<Scope> both = new TreeSet<>(only(others::cover).values);
        both.addAll(others.only(this::cover).values);
        return new Scopes(both.stream()
                .filter(scope -> both.stream().noneMatch(other -> !other.equals(scope) && other.covers(scope)))
                .limit(MOST)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private Scopes only(Predicate<Scope> kept) {
        return values.stream().allMatch(kept) ? this : some(kept);
    }

    private Scopes some(Predicate<Scope> kept) {
        return new Scopes(values.stream().filter(kept).collect(Collectors.toUnmodifiableSet()));
    }

    /** As RFC 6749, section 3.3, writes them: with a space between. */
    @Override
    public String toString() {
        return values.stream().map(Scope::value).collect(Collectors.joining(" "));
    }
}
