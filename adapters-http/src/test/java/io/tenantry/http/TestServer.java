package io.tenantry.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.HttpAdapter.Settings;
import io.tenantry.http.console.Console;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The adapter on a socket of its own, on the whole core in memory. */
public final class TestServer implements AutoCloseable {
    public static final String PUBLIC_URL = "http://localhost:8080";

    private final InMemoryTenantry tenantry;
    private final Javalin javalin;

    private TestServer(Setup setup) {
        this.tenantry = InMemoryTenantry.start(setup.policies);
        Settings settings = new Settings(
                URI.create(setup.publicUrl),
                setup.publicUrl,
                setup.corsOrigins,
                setup.trustedProxies,
                tenantry.clock(),
                () -> setup.notReady,
                setup.metrics,
                setup.observer);
        HttpAdapter adapter = new HttpAdapter(setup.ports.apply(PortsFixture.of(useCases(setup))), settings);
        this.javalin = Javalin.create(config -> {
            adapter.mount(config, setup.console);
            setup.beside.accept(config);
        });
        javalin.start("localhost", 0);
    }

    public static TestServer start() {
        return setup().start();
    }

    public static Setup setup() {
        return new Setup();
    }

    public Client client() {
        return new Client(javalin.port());
    }

    public InMemoryTenantry tenantry() {
        return tenantry;
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private UseCases useCases(Setup setup) {
        return setup.driven
                .map(change -> UseCases.of(
                        change.apply(tenantry.ports()), setup.policies, tenantry.clock(), new SecureRandom()))
                .orElse(tenantry.useCases());
    }

    /** What is to be otherwise than in a fresh installation, in which here attempts are not counted. */
    public static final class Setup {
        private Policies policies = Policies.STANDARD.withRateLimits(false);
        private String publicUrl = PUBLIC_URL;
        private Set<String> corsOrigins = Set.of();
        private List<String> trustedProxies = List.of();
        private Optional<String> notReady = Optional.empty();
        private Optional<MetricsEndpoint> metrics = Optional.empty();
        private RequestObserver observer = RequestObserver.NONE;
        private UnaryOperator<Ports> ports = all -> all;
        private Optional<UnaryOperator<DrivenPorts>> driven = Optional.empty();
        private Consumer<JavalinConfig> beside = config -> {};
        private Optional<Console> console = Optional.empty();

        public Setup policies(Policies other) {
            policies = other;
            return this;
        }

        public Setup publicUrl(String other) {
            publicUrl = other;
            return this;
        }

        public Setup corsOrigins(String... origins) {
            corsOrigins = Set.of(origins);
            return this;
        }

        public Setup trustedProxies(String... proxies) {
            trustedProxies = List.of(proxies);
            return this;
        }

        public Setup notReady(String reason) {
            notReady = Optional.of(reason);
            return this;
        }

        /** @param token null for none */
        public Setup metrics(String text, String token) {
            metrics = Optional.of(new MetricsEndpoint(() -> text, Optional.ofNullable(token)));
            return this;
        }

        public Setup observer(RequestObserver other) {
            observer = other;
            return this;
        }

        public Setup ports(UnaryOperator<Ports> change) {
            ports = change;
            return this;
        }

        /** What the use cases need is to come from elsewhere than memory. */
        public Setup driven(UnaryOperator<DrivenPorts> change) {
            driven = Optional.of(change);
            return this;
        }

        /** Routes of the host's, beside ours. */
        public Setup beside(Consumer<JavalinConfig> routes) {
            beside = routes;
            return this;
        }

        public Setup console(Console built) {
            console = Optional.of(built);
            return this;
        }

        public TestServer start() {
            return new TestServer(this);
        }
    }
}
