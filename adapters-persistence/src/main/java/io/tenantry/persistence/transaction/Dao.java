package io.tenantry.persistence.transaction;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An SQL object that works in the transaction under way, and only there. Safe for use by several threads.
 *
 * @param <D> an SQL object's interface
 */
public final class Dao<D> {

    private final CurrentTransaction current;
    private final Class<D> type;

    public Dao(CurrentTransaction current, Class<D> type) {
        this.current = current;
        this.type = type;
    }

    /**
     * @throws IllegalStateException if no transaction is under way
     * @throws io.tenantry.domain.failure.Unavailable if the database fails
     */
    public <T> T get(Function<D, T> statement) {
        return DatabaseFailures.translating(
                () -> statement.apply(current.handle().attach(type)));
    }

    /** As {@link #get}, for a statement without a result. */
    public void run(Consumer<D> statement) {
        get(dao -> {
            statement.accept(dao);
            return true;
        });
    }
}
