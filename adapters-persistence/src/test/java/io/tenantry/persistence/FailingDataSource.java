package io.tenantry.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Passes on to a real database, until the chosen step: then the link breaks, before or after the step was taken. */
public final class FailingDataSource {

    private final DataSource real;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile int failsAt = Integer.MAX_VALUE;

    public FailingDataSource(DataSource real) {
        this.real = real;
    }

    /** Starts to count anew. The steps are statements and commits. */
    public void failAt(int step) {
        steps.set(0);
        failsAt = step;
    }

    public int steps() {
        return steps.get();
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(method, real, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                step(real);
            }
            Object result = call(method, real, arguments);
            return result instanceof PreparedStatement statement ? statement(real, statement) : result;
        });
    }

    private PreparedStatement statement(Connection connection, PreparedStatement real) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                step(connection);
            }
            return call(method, real, arguments);
        });
    }

    private void step(Connection connection) throws SQLException {
        if (steps.incrementAndGet() == failsAt) {
            connection.abort(Runnable::run);
            throw new SQLException("the link broke", "08006");
        }
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
