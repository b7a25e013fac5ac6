package io.tenantry;

import io.tenantry.application.UseCases;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.http.HttpAdapter;
import io.tenantry.http.RequestObserver;
import io.tenantry.persistence.ConnectionCallback;
import io.tenantry.persistence.PostgresPersistence;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;

/**
 * Tenantry within another program: a {@link DataSource} in, use cases out. Starts no server. Thread-safe.
 *
 * <p>What is given to it (data sources, the mail sender) stays the host's to close.
 */
public final class Tenantry implements AutoCloseable {

    private final UseCases useCases;
    private final PostgresPersistence persistence;
    private final InstantSource clock;
    private final Closing opened;

    Tenantry(UseCases useCases, PostgresPersistence persistence, InstantSource clock, Closing opened) {
        this.useCases = useCases;
        this.persistence = persistence;
        this.clock = clock;
        this.opened = opened;
    }

    public static TenantryBuilder builder() {
        return new TenantryBuilder();
    }

    public UseCases useCases() {
        return useCases;
    }

    /**
     * Does the host's own work within a tenant's walls, in one transaction: bare names lead to the tenant's schema, and no row of another
     * tenant is in reach. Committed when the work returns, rolled back when it throws, which is thrown on. Within it no use case can
     * be called.
     *
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant; one that is not active is there
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer, or an error was passed over
     * @throws IllegalStateException if the thread is in a transaction already, or the work tries to end this one
     */
    public <T, X extends Exception> T inTenant(TenantId tenant, HandleCallback<T, X> work) throws X {
        return persistence.inTenant(tenant, work);
    }

    /** As {@link #inTenant}, for work with JDBC alone. The connection need not be closed. */
    public <T, X extends Exception> T connectionInTenant(TenantId tenant, ConnectionCallback<T, X> work) throws X {
        return persistence.connectionInTenant(tenant, work);
    }

    /** How much mail waits, and how much was given up. */
    Outbox.Backlog mailBacklog() {
        return persistence
                .transactions()
                .outsideTenants(() -> persistence.outbox().backlog());
    }

    /** Why the database cannot be used now, if so. */
    public Optional<String> notReady() {
        return persistence.notReady();
    }

    /**
     * The five contracts and the native API, for a Javalin of the host's: {@code Javalin.create(tenantry.http(url)::mount)}.
     *
     * @param publicUrl the base of every link, and issuer and audience of tokens
     */
    public HttpAdapter http(URI publicUrl) {
        return http(publicUrl, publicUrl.toString(), Set.of(), List.of());
    }

    /**
     * The same, with all that may be set.
     *
     * @param audience {@code aud} of tokens
     * @param corsOrigins exact origins of other front ends
     * @param trustedProxies addresses, or blocks of them in CIDR notation, whose {@code X-Forwarded-For} is believed
     */
    public HttpAdapter http(URI publicUrl, String audience, Set<String> corsOrigins, List<String> trustedProxies) {
        return Wiring.http(
                useCases,
                new HttpAdapter.Settings(
                        publicUrl,
                        audience,
                        corsOrigins,
                        trustedProxies,
                        clock,
                        this::notReady,
                        Optional.empty(),
                        RequestObserver.NONE));
    }

    /**
     * Writes down what API keys were used for, and stops sending mail, removing what is over, and listening for changes. Close what calls
     * the use cases before. Closing again does nothing.
     */
    @Override
    public void close() {
        opened.close();
    }
}
