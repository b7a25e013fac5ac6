package io.tenantry.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Gives the connections of a real database, until it hangs: then whoever asks waits. */
final class HangingDataSource {

    private final DataSource real;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch open = new CountDownLatch(0);

    HangingDataSource(DataSource real) {
        this.real = real;
    }

    void hang() {
        asked.set(0);
        open = new CountDownLatch(1);
    }

    void goOn() {
        open.countDown();
    }

    /** How many connections were asked for since it began to hang. */
    int asked() {
        return asked.get();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    open.await();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
