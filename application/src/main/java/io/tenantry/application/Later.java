package io.tenantry.application;

/** Stands for what is not there yet. */
public final class Later {

    private Later() {}

    public static <T> T of(Class<T> port) {
        return port.cast(java.lang.reflect.Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("not there yet: " + port.getSimpleName());
                }));
    }

    /** Fails. */
    public static void fail() {
        if (System.nanoTime() != 0) {
            throw new IllegalStateException("not there yet");
        }
    }
}
