package io.tenantry.persistence.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What a lent connection has made: a statement, a result, or what leads to one. The connection it tells of is the lent one. */
final class LentObject implements InvocationHandler {

    /** What leads back to its connection; the more special ones first. */
    private static final List<Class<?>> LEADING_BACK = List.of(
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            Array.class);

    private final Object bare;
    private final Connection connection;

    private LentObject(Object bare, Connection connection) {
        this.bare = bare;
        this.connection = connection;
    }

    /** @param connection the proxy that is lent */
    static Object of(Object made, Connection connection) {
        if (made instanceof Connection) {
            return connection;
        }
        Optional<Class<?>> type =
                LEADING_BACK.stream().filter(known -> known.isInstance(made)).findFirst();
        return type.isEmpty() ? made : proxy(type.get(), new LentObject(made, connection));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "unwrap" -> unwrapped(proxy, (Class<?>) arguments[0]);
            case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(proxy);
            default -> of(call(bare, method, arguments), connection);
        };
    }

    /** Throws what the method throws. */
    static Object call(Object bare, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(bare, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** @throws SQLException if that would be the driver's own, which leads out of the transaction */
    static Object unwrapped(Object proxy, Class<?> type) throws SQLException {
        if (type.isInstance(proxy)) {
            return proxy;
        }
        throw new SQLException("what belongs to a transaction in a tenant cannot be unwrapped", "25000");
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(LentObject.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
