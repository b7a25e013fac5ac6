package io.tenantry.persistence.walls;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.persistence.ConnectionCallback;
import io.tenantry.persistence.ConnectionPools;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.schema.TenantMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A database with a table of the host's in two tenants, reached by one connection. */
final class HostTable implements AutoCloseable {

    private final HikariDataSource pool;
    private final PostgresPersistence ports;
    private final List<Tenant> tenants;

    private HostTable(HikariDataSource pool, PostgresPersistence ports) {
        this.pool = pool;
        this.ports = ports;
        this.tenants =
                List.of(Registration.by(ports).tenant(), Registration.by(ports).tenant());
    }

    /** Its log does not tell of each error that is made on purpose. */
    static PostgresForTests.Database database(Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__note.sql"), "create table note (text text not null)");
        PostgresForTests.Database database = PostgresForTests.migrated();
        database.migrations().with(TenantMigrations.in(folder)).migrate();
        PostgresForTests.administer("alter role " + PostgresForTests.SERVER + " in database " + database.name()
                + " set log_min_messages = 'panic'");
        return database;
    }

    /** @param url as the server's role */
    static HostTable reachedBy(String url, PostgresForTests.Database database) {
        HikariDataSource pool = ConnectionPools.pool(url, 1);
        return new HostTable(pool, PersistenceForTests.builder(database, pool).open());
    }

    HikariDataSource pool() {
        return pool;
    }

    List<Tenant> tenants() {
        return tenants;
    }

    <T> T inTenant(Tenant tenant, ConnectionCallback<T, SQLException> work) throws SQLException {
        return ports.connectionInTenant(tenant.id(), work);
    }

    @Override
    public void close() {
        ports.close();
        pool.close();
    }
}
