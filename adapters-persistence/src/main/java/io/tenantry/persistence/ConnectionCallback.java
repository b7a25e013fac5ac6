package io.tenantry.persistence;

import java.sql.Connection;

/**
 * Work on a connection that somebody else opens, commits and closes.
 *
 * @param <T> what comes of it
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ConnectionCallback<T, X extends Exception> {

    T with(Connection connection) throws X;
}
