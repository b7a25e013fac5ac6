package io.tenantry.application;

import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.Users;
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

    public static DrivenPorts with(DrivenPorts ports, Outbox outbox) {
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
                outbox,
                ports.mailSender());
    }

    /** Ports that together serve {@code calls} calls, and fail at the next one: as a database does that goes away. */
    public static DrivenPorts failingAfter(int calls, DrivenPorts ports) {
        AtomicInteger left = new AtomicInteger(calls);
        return new DrivenPorts(
                ports.transactions(),
                failing(Tenants.class, ports.tenants(), left),
                failing(Domains.class, ports.domains(), left),
                failing(TenantSchemas.class, ports.tenantSchemas(), left),
                failing(Users.class, ports.users(), left),
                failing(Memberships.class, ports.memberships(), left),
                failing(Credentials.class, ports.credentials(), left),
                failing(OneTimeTokens.class, ports.oneTimeTokens(), left),
                failing(Sessions.class, ports.sessions(), left),
                ports.identities(),
                ports.signingKeys(),
                failing(Outbox.class, ports.outbox(), left),
                ports.mailSender());
    }

    private static <T> T failing(Class<T> type, T port, AtomicInteger left) {
        Class<?>[] faces = {type};
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), faces, (self, method, arguments) -> {
            if (left.getAndDecrement() <= 0) {
                throw new PortDown();
            }
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    /** What a failing port throws. */
    public static final class PortDown extends RuntimeException {}
}
