package io.tenantry.bench;

import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.persistence.ConnectionPools;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.Migrations;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.schema.FleetRun;
import io.tenantry.persistence.schema.TenantMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** What a fleet of tenants' schemas costs: to look at when nothing is to be done, to migrate, and to read within its walls. */
final class FleetBench {

    private static final int ROUNDS = 5;
    private static final int READS = 3_000;
    private static final String NOTE = "create table note (id int primary key, text text not null);";
    private static final String ADD = "alter table note add column done boolean not null default false";

    private final BenchDatabase postgres;
    private final Report report;
    private final Path folder;

    FleetBench(BenchDatabase postgres, Report report) throws IOException {
        this.postgres = postgres;
        this.report = report;
        this.folder = Files.createTempDirectory("tenantry-bench-fleet");
    }

    /** @param wanted whether a part is: {@code migrate}, {@code walls} */
    void run(Predicate<String> wanted) throws IOException, SQLException {
        if (wanted.test("migrate")) {
            nothingToDo(Integer.getInteger("bench.tenants", 10_000));
            oneMigration(Integer.getInteger("bench.migrated", 1_000));
        }
        if (wanted.test("walls")) {
            walls();
        }
    }

    private void walls() throws IOException, SQLException {
        String database = postgres.database("walls");
        write("walls", "V1__note.sql", NOTE + "insert into note select n, 'text ' || n from generate_series(1, 1000) n;"
                + NOTE.replace("note", "bare") + "insert into bare select * from note");
        migrations(database, "walls").migrate();
        try (var pool = ConnectionPools.pool(postgres.url(database, "tenantry_app"), 2);
                PostgresPersistence ports = persistence(pool)) {
            TenantId tenant = register(ports, 1).get(0);
            postgres.execute(database, "alter table tenant_t_0.bare disable row level security");
            double[] ratios = new double[ROUNDS];
            double[] micros = new double[ROUNDS];
            for (int round = -2; round < ROUNDS; round++) {
                double walled = reads(ports, tenant, "note");
                double bare = reads(ports, tenant, "bare");
                if (round >= 0) {
                    ratios[round] = walled / bare;
                    micros[round] = walled;
                }
            }
            report.line(
                    "a read in a tenant's scope, against the same without walls",
                    "%.2f (%.0f us; goal: at most 1.3)".formatted(Report.median(ratios), Report.median(micros)));
        }
    }

    private void nothingToDo(int tenants) throws IOException, SQLException {
        String database = postgres.database("fleet_idle");
        write("idle", "V1__note.sql", NOTE);
        Migrations migrations = migrations(database, "idle");
        migrations.migrate();
        fill(database, tenants);
        DataSource owner = ConnectionPools.direct(postgres.url(database, "bench_owner"));
        double[] ours = new double[20];
        double[] bare = new double[20];
        for (int round = -5; round < ours.length; round++) {
            double looked = milliseconds(migrations::migrate);
            double asked = milliseconds(() -> execute(owner, "select 1", "select 1"));
            if (round >= 0) {
                ours[round] = looked;
                bare[round] = asked;
            }
        }
        report.line(
                "migrate with nothing to do, %,d tenants".formatted(tenants),
                "%.1f ms, against %.1f ms for a connection and two times select 1"
                        .formatted(Report.median(ours), Report.median(bare)));
    }

    private void oneMigration(int tenants) throws IOException, SQLException {
        String database = postgres.database("fleet_stale");
        write("stale", "V1__note.sql", NOTE);
        migrations(database, "stale").migrate();
        fill(database, tenants);
        DataSource owner = ConnectionPools.direct(postgres.url(database, "bench_owner"));
        double flyway = flyway(owner, tenants);
        double bare = bare(owner, tenants);
        write("stale", "V2__done.sql", ADD);
        double four = milliseconds(() -> migrations(database, "stale").migrate());
        write("stale", "V3__more.sql", ADD.replace("done", "more"));
        double one = milliseconds(
                () -> migrations(database, "stale").migrate(new FleetRun(1, false, progress -> {})));
        report.line(
                "one new migration in %,d tenants, ours, four at a time".formatted(tenants),
                "%.1f s (%.1f ms each)".formatted(four / 1e3, four / tenants));
        report.line("the same, one at a time", "%.1f s (%.1f ms each)".formatted(one / 1e3, one / tenants));
        report.line(
                "the same by Flyway, called in a loop",
                "%.1f s (%.1f ms each), %.1f times ours".formatted(flyway / 1e3, flyway / tenants, flyway / four));
        report.line(
                "the same by plain JDBC, a transaction each",
                "%.1f s (%.1f ms each)".formatted(bare / 1e3, bare / tenants));
    }

    /** With a history in each schema, as Flyway does it. */
    private double flyway(DataSource owner, int schemas) throws IOException {
        write("flyway", "V1__note.sql", NOTE);
        flywayEach(owner, schemas);
        write("flyway", "V2__done.sql", ADD);
        return milliseconds(() -> flywayEach(owner, schemas));
    }

    private void flywayEach(DataSource owner, int schemas) {
        for (int number = 0; number < schemas; number++) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas("flyway_" + number)
                    .locations("filesystem:" + folder.resolve("flyway"))
                    .loggers("slf4j")
                    .load()
                    .migrate();
        }
    }

    private double bare(DataSource owner, int schemas) {
        for (int number = 0; number < schemas; number++) {
            execute(owner, "create schema bare_" + number, "set local search_path = bare_" + number, NOTE);
        }
        return milliseconds(() -> {
            try (Connection connection = owner.getConnection()) {
                connection.setAutoCommit(false);
                for (int number = 0; number < schemas; number++) {
                    execute(connection, "set local search_path = bare_" + number, ADD);
                    connection.commit();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private void fill(String database, int tenants) {
        try (var pool = ConnectionPools.pool(postgres.url(database, "tenantry_app"), 2);
                PostgresPersistence ports = persistence(pool)) {
            register(ports, tenants);
        }
    }

    private static List<TenantId> register(PostgresPersistence ports, int count) {
        List<TenantId> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            NewTenant tenant = new NewTenant(
                    new TenantId(UUID.randomUUID()),
                    new TenantName("Tenant " + number),
                    new Slug("t-" + number),
                    EmailAddress.of("owner@t" + number + ".example"),
                    Instant.now());
            ports.transactions().inTenant(tenant.id(), () -> {
                ports.tenants().add(tenant).orElseThrow();
                ports.tenantSchemas().create(tenant.id(), tenant.slug().schema());
                return true;
            });
            ids.add(tenant.id());
        }
        return ids;
    }

    private static PostgresPersistence persistence(DataSource server) {
        return PostgresPersistence.on(server)
                .secret(EncryptionSecret.ofBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), List.of())
                .open();
    }

    private Migrations migrations(String database, String files) {
        return Migrations.of(
                        ConnectionPools.direct(postgres.url(database, "bench_owner")), "tenantry", "tenantry_app")
                .with(TenantMigrations.in(folder.resolve(files)));
    }

    private void write(String files, String name, String sql) throws IOException {
        Files.createDirectories(folder.resolve(files));
        Files.writeString(folder.resolve(files).resolve(name), sql);
    }

    /** @return microseconds each */
    private static double reads(PostgresPersistence ports, TenantId tenant, String table) throws SQLException {
        long start = System.nanoTime();
        for (int n = 0; n < READS; n++) {
            int id = 1 + n % 1_000;
            ports.connectionInTenant(tenant, connection -> {
                try (var query = connection.prepareStatement("select text from " + table + " where id = ?")) {
                    query.setInt(1, id);
                    try (ResultSet row = query.executeQuery()) {
                        return row.next();
                    }
                }
            });
        }
        return (System.nanoTime() - start) / 1e3 / READS;
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, statements);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
