package io.tenantry.application;

import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.port.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The ports of an installation in memory, changed in one respect, and use cases upon them. */
public final class PortsFixture {

    private PortsFixture() {}

    public static UseCases useCases(InMemoryTenantry tenantry, DrivenPorts ports) {
        return useCases(tenantry, ports, new SecureRandom());
    }

    public static UseCases useCases(InMemoryTenantry tenantry, DrivenPorts ports, RandomGenerator random) {
        return UseCases.of(ports, Policies.STANDARD, tenantry.clock(), random);
    }

    /** With {@code replacement} in the place of every port that it implements. */
    public static DrivenPorts with(DrivenPorts ports, Object replacement) {
        if (portsOf(DrivenPorts.class).noneMatch(port -> port.isInstance(replacement))) {
            throw new IllegalArgumentException("no port: " + replacement.getClass());
        }
        return map(ports, (type, port) -> type.isInstance(replacement) ? replacement : port);
    }

    /** Ports that together serve {@code calls} calls, and fail at the next one: as a database does that goes away. */
    public static DrivenPorts failingAfter(int calls, DrivenPorts ports) {
        AtomicInteger left = new AtomicInteger(calls);
        return watched(ports, call -> {
            if (left.getAndDecrement() <= 0) {
                throw new PortDown();
            }
        });
    }

    /** Ports each of whose calls is told first, as {@code Port.method}. Transactions are not. */
    public static DrivenPorts watched(DrivenPorts ports, Watcher watcher) {
        return map(ports, (type, port) -> type == Transactions.class ? port : watched(type, port, watcher));
    }

    /** Hears of calls of ports. */
    public interface Watcher {
        void called(String call);
    }

    private static Object watched(Class<?> type, Object port, Watcher watcher) {
        Class<?>[] faces = {type};
        return Proxy.newProxyInstance(type.getClassLoader(), faces, (self, method, arguments) -> {
            watcher.called(type.getSimpleName() + "." + method.getName());
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private static DrivenPorts map(DrivenPorts ports, BiFunction<Class<?>, Object, Object> change) {
        return (DrivenPorts) mapped(ports, change);
    }

    /** A record of ports, or of records of them, with each changed. */
    private static Object mapped(Object ports, BiFunction<Class<?>, Object, Object> change) {
        RecordComponent[] components = ports.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] changed = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object part = components[i].getAccessor().invoke(ports);
                changed[i] = types[i].isRecord() ? mapped(part, change) : change.apply(types[i], part);
            }
            return ports.getClass().getDeclaredConstructor(types).newInstance(changed);
        } catch (ReflectiveOperationException recordsCanBeRebuilt) {
            throw new IllegalStateException(recordsCanBeRebuilt);
        }
    }

    private static Stream<Class<?>> portsOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .flatMap(type -> type.isRecord() ? portsOf(type) : Stream.of(type));
    }

    /** What a failing port throws. */
    public static final class PortDown extends RuntimeException {}
}
