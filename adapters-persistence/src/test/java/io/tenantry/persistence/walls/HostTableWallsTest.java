package io.tenantry.persistence.walls;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.persistence.ConnectionCallback;
import io.tenantry.persistence.PostgresForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A table of the host's, as a host would have it attacked. */
class HostTableWallsTest extends TenantWallsKit {

    @TempDir
    Path folder;

    private PostgresForTests.Database database;
    private HostTable host;

    @BeforeEach
    void open() throws IOException {
        database = HostTable.database(folder);
        host = HostTable.reachedBy(database.serverUrl(), database);
    }

    @AfterEach
    void close() {
        host.close();
    }

    PostgresForTests.Database database() {
        return database;
    }

    @Override
    protected List<Tenant> tenants() {
        return host.tenants();
    }

    @Override
    protected <T> T inTenant(Tenant tenant, ConnectionCallback<T, SQLException> work) throws SQLException {
        return host.inTenant(tenant, work);
    }

    @Override
    protected DataSource pool() {
        return host.pool();
    }

    @Override
    protected DataSource direct() {
        return database.server();
    }

    @Override
    protected String table() {
        return "note";
    }

    @Override
    protected String insertInto(String table) {
        return "insert into " + table + " (text) values (?)";
    }

    @Override
    protected String selectFrom(String table) {
        return "select text from " + table;
    }
}
