package io.tenantry.persistence.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A connection that is lent for the length of a transaction: who borrows it can neither end the transaction nor take the connection
 * out of it. Whoever tries is told, and the transaction is rolled back even if they pass that over.
 */
final class GuardedConnection implements InvocationHandler {

    private static final Set<String> REFUSED = Set.of("commit", "abort", "setSchema");

    private final Connection lent;
    private boolean guarded;
    private boolean misused;

    private GuardedConnection(Connection lent) {
        this.lent = lent;
    }

    /** Not guarded yet. */
    static Connection on(Connection lent) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(lent));
    }

    /** @param connection made by {@link #on} */
    static GuardedConnection of(Connection connection) {
        return (GuardedConnection) Proxy.getInvocationHandler(connection);
    }

    void guard() {
        guarded = true;
    }

    /** @throws IllegalStateException if something was tried that must not be */
    void unguard() {
        guarded = false;
        if (misused) {
            throw new IllegalStateException("nothing is committed: " + refusal());
        }
    }

    /** What is lent. */
    Connection bare() {
        return lent;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (guarded && method.getName().equals("close")) {
            return null;
        }
        if (guarded && isRefused(method, arguments)) {
            misused = true;
            throw new SQLException(refusal(), "25000");
        }
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "unwrap" -> LentObject.unwrapped(proxy, (Class<?>) arguments[0]);
            case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(proxy);
            default -> LentObject.of(LentObject.call(lent, method, arguments), (Connection) proxy);
        };
    }

    /** A savepoint may be rolled back to: that has a parameter. */
    private static boolean isRefused(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "rollback" -> arguments == null;
            case "setAutoCommit" -> (boolean) arguments[0];
            default -> REFUSED.contains(method.getName());
        };
    }

    private static String refusal() {
        return "the transaction in a tenant is committed when the work returns, and rolled back when it throws: the work itself"
                + " must neither end it nor take the connection out of it";
    }
}
