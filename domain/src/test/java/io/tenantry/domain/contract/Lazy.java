package io.tenantry.domain.contract;

import java.util.function.Supplier;

/** What a test makes when it first needs it: the ports are not there yet when the test's fields are. */
final class Lazy<T> {

    private final Supplier<T> making;
    private T made;

    Lazy(Supplier<T> making) {
        this.making = making;
    }

    T get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
