package io.tenantry.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Passes on to a real database, and notes each error of it: each would stand in PostgreSQL's log. */
final class FailureWatch {

    private final DataSource real;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    FailureWatch(DataSource real) {
        this.real = real;
    }

    List<String> failures() {
        return failures;
    }

    DataSource dataSource() {
        return watched(DataSource.class, real);
    }

    private <T> T watched(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> watched(call(method, target, arguments));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object watched(Object result) {
        if (result instanceof Connection) {
            return watched(Connection.class, result);
        }
        if (result instanceof PreparedStatement) {
            return watched(PreparedStatement.class, result);
        }
        return result instanceof Statement ? watched(Statement.class, result) : result;
    }

    private Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SQLException failure) {
                failures.add(String.valueOf(failure.getMessage()));
            }
            throw thrown.getCause();
        }
    }
}
