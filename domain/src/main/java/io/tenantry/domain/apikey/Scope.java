package io.tenantry.domain.apikey;

import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a key may do: {@code resource:action}, one of Tenantry's own (see {@link Permission#scope}) or the host's. The action {@code *}
 * stands for every action on the resource. A scope token of RFC 6749, section 3.3.
 */
public record Scope(String value) implements Comparable<Scope> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]*:[a-z*][a-z0-9_*-]*");

    private static final int MAX_LENGTH = 100;

    /** @throws IllegalArgumentException if it is none */
    public Scope {
        if (!isScope(value)) {
            throw new IllegalArgumentException("no scope");
        }
    }

    public static boolean isScope(String typed) {
        return typed.length() <= MAX_LENGTH && FORM.matcher(typed).matches();
    }

    /** Whether who has this one has the other. */
    public boolean covers(Scope other) {
        return value.equals(other.value) || (value.endsWith(":*") && other.value.startsWith(resource()));
    }

    /** What Tenantry itself lets it do; empty if it is the host's. */
    Stream<Permission> permissions() {
        return Own.SCOPES.entrySet().stream()
                .filter(own -> covers(own.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Whether somebody of that role may whatever a scope stands for. */
    static boolean isAnyWithin(Role role) {
        return Own.UNBOUND.contains(role);
    }

    /** Tenantry's own, made once: they are asked for at every call of a key. */
    private static final class Own {

        static final Map<Permission, Scope> SCOPES = Stream.of(Permission.values())
                .filter(permission -> permission.scope().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        permission -> new Scope(permission.scope().orElseThrow())));

        static final Set<Role> UNBOUND = Stream.of(Role.values())
                .filter(role -> SCOPES.keySet().stream().allMatch(role::may))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With the colon. */
    private String resource() {
        return value.substring(0, value.indexOf(':') + 1);
    }

    @Override
    public int compareTo(Scope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
