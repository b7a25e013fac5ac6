package io.tenantry.application;

import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.mail.MailSender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The ports of an installation in memory, changed in one respect, and use cases upon them. */
public final class PortsFixture {

    private PortsFixture() {}

    public static UseCases useCases(InMemoryTenantry tenantry, DrivenPorts ports) {
        return useCases(tenantry, ports, new SecureRandom());
    }

    public static UseCases useCases(InMemoryTenantry tenantry, DrivenPorts ports, RandomGenerator random) {
        return UseCases.of(ports, Policies.STANDARD, tenantry.clock(), random);
    }

    public static DrivenPorts with(DrivenPorts ports, Credentials credentials) {
        return new DrivenPorts(
                ports.transactions(),
                ports.tenants(),
                ports.domains(),
                ports.tenantSchemas(),
                ports.users(),
                ports.memberships(),
                credentials,
                ports.oneTimeTokens(),
                ports.sessions(),
                ports.identities(),
                ports.signingKeys(),
                ports.outbox(),
                ports.mailSender());
    }

    public static DrivenPorts with(DrivenPorts ports, MailSender sender) {
        return new DrivenPorts(
                ports.transactions(),
                ports.tenants(),
                ports.domains(),
                ports.tenantSchemas(),
                ports.users(),
                ports.memberships(),
                ports.credentials(),
                ports.oneTimeTokens(),
                ports.sessions(),
                ports.identities(),
                ports.signingKeys(),
                ports.outbox(),
                sender);
    }

    /** Ports that together serve {@code calls} calls, and fail at the next one: as a database does that goes away. */
    public static DrivenPorts failingAfter(int calls, DrivenPorts ports) {
        AtomicInteger left = new AtomicInteger(calls);
        return new DrivenPorts(
                ports.transactions(),
                failing(ports.tenants(), left),
                failing(ports.domains(), left),
                failing(ports.tenantSchemas(), left),
                failing(ports.users(), left),
                failing(ports.memberships(), left),
                failing(ports.credentials(), left),
                failing(ports.oneTimeTokens(), left),
                failing(ports.sessions(), left),
                ports.identities(),
                ports.signingKeys(),
                failing(ports.outbox(), left),
                ports.mailSender());
    }

    private static <T> T failing(T port, AtomicInteger left) {
        Class<?>[] faces = port.getClass().getInterfaces();
        Object proxy = Proxy.newProxyInstance(faces[0].getClassLoader(), faces, (self, method, arguments) -> {
            if (left.getAndDecrement() <= 0) {
                throw new PortDown();
            }
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
        @SuppressWarnings("unchecked") // the proxy has every interface of the port, T among them
        T wrapped = (T) proxy;
        return wrapped;
    }

    /** What a failing port throws. */
    public static final class PortDown extends RuntimeException {}
}
