package io.tenantry.persistence.transaction;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.ConnectionCallback;
import io.tenantry.persistence.schema.ControlSchema;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The host's own work within a tenant's walls. Safe for use by several threads. */
public final class HostTransactions {

    private final Jdbi jdbi;
    private final CurrentTransaction current;
    private final ControlSchema schema;

    public HostTransactions(DataSource dataSource, CurrentTransaction current, ControlSchema schema) {
        this.jdbi = Jdbi.create(() -> GuardedConnection.on(dataSource.getConnection()))
                .installPlugin(new SqlObjectPlugin());
        this.current = current;
        this.schema = schema;
    }

    /** See {@link io.tenantry.persistence.PostgresPersistence#inTenant}. */
    public <T, X extends Exception> T withHandle(TenantId tenant, HandleCallback<T, X> work) throws X {
        try (HostTransaction transaction = HostTransaction.begin(jdbi, current, schema, tenant)) {
            T result = work.withHandle(transaction.handle());
            transaction.commit();
            return result;
        }
    }

    /** See {@link io.tenantry.persistence.PostgresPersistence#connectionInTenant}. */
    public <T, X extends Exception> T withConnection(TenantId tenant, ConnectionCallback<T, X> work) throws X {
        try (HostTransaction transaction = HostTransaction.begin(jdbi, current, schema, tenant)) {
            T result = work.with(transaction.handle().getConnection());
            transaction.commit();
            return result;
        }
    }
}
