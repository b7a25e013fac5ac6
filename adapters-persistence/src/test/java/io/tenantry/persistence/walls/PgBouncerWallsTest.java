package io.tenantry.persistence.walls;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.persistence.ConnectionCallback;
import io.tenantry.persistence.ConnectionPools;
import io.tenantry.persistence.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same behind PgBouncer in transaction mode: two clients, whose transactions take turns on one connection to the database. Who
 * looks what was left behind is not who was attacked.
 */
@EnabledIf(
        value = "io.tenantry.persistence.walls.PgBouncer#isInstalled",
        disabledReason = "pgbouncer is not installed: apt-get install pgbouncer")
class PgBouncerWallsTest extends TenantWallsKit {

    @TempDir
    Path folder;

    private PostgresForTests.Database database;
    private PgBouncer bouncer;
    private HostTable host;
    private HikariDataSource second;

    @BeforeEach
    void open() throws IOException {
        database = HostTable.database(Files.createDirectory(folder.resolve("migrations")));
        bouncer = PgBouncer.before(database, folder);
        host = HostTable.reachedBy(bouncer.url(), database);
        second = ConnectionPools.pool(bouncer.url(), 1);
    }

    @AfterEach
    void close() {
        second.close();
        host.close();
        bouncer.close();
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
        return second;
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

    /** Each is followed by three transactions more of both clients: some 10,000 in all. */
    @Override
    protected int rounds() {
        return 2_500;
    }
}
