package io.tenantry.domain.user;

import java.util.Optional;

/** What a partial update wants of one member. */
public sealed interface Change<T> {

    /** To stay as it is. */
    record Keep<T>() implements Change<T> {}

    /** To become this; empty to be cleared. */
    record To<T>(Optional<T> value) implements Change<T> {}

    static <T> Change<T> keep() {
        return new Keep<>();
    }

    static <T> Change<T> to(T value) {
        return new To<>(Optional.of(value));
    }

    static <T> Change<T> clear() {
        return new To<>(Optional.empty());
    }

    /** What it is afterwards, where it may be cleared. */
    default Optional<T> applyTo(Optional<T> before) {
        return this instanceof To<T> to ? to.value() : before;
    }

    /** What it is afterwards, where clearing it brings back a standard value. */
    default T applyTo(T before, T standard) {
        return this instanceof To<T> to ? to.value().orElse(standard) : before;
    }
}
