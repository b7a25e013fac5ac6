package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.persistence.schema.FleetRun;
import io.tenantry.persistence.schema.TenantMigrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are cut short, or meet: each schema gets each file once. */
class FleetRacesTest {

    private static final int TENANTS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UP = "select count(*) from tenantry.tenant_schema where host_ordinal = 2";

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @TempDir
    Path folder;

    private HostFiles files;

    @BeforeEach
    void register_many() {
        files = new HostFiles(folder).write("V1__run.sql", "create table run (file text)");
        files.migrations(database).migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            IntStream.range(0, TENANTS).forEach(number -> Registration.by(persistence.ports()));
        }
        files.write("V2__slow.sql", "select pg_sleep(0.1); insert into run values ('V2')");
        files.write("R__again.sql", "insert into run values ('R')");
    }

    @Test
    void what_a_killed_run_has_done_is_kept_and_the_next_one_does_the_rest() throws Exception {
        Process migrating = migrateInAProcessOfItsOwn();
        Poll.until(() -> up() >= 7, PATIENCE);
        migrating.destroyForcibly().waitFor();
        int before = up();

        files.migrations(database).migrate();

        assertThat(before).isBetween(7, TENANTS - 1);
        assertEachFileRanOnceInEachSchema();
    }

    @Test
    void two_runs_at_once_share_the_work_and_neither_ends_before_all_is_done() throws Exception {
        Callable<Integer> run = () -> {
            files.migrations(database).migrate(new FleetRun(3, false, progress -> {}));
            return up();
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> seen : nodes.invokeAll(List.of(run, run), 60, TimeUnit.SECONDS)) {
                assertThat(seen.get()).isEqualTo(TENANTS);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEachFileRanOnceInEachSchema();
    }

    @Test
    void registrations_go_on_while_schemas_are_brought_up() throws Exception {
        ExecutorService node = Executors.newSingleThreadExecutor();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            Future<?> run =
                    node.submit(() -> files.migrations(database).migrate(new FleetRun(1, false, progress -> {})));
            Poll.until(() -> up() > 0, PATIENCE);
            String schema =
                    Registration.by(persistence.ports()).tenant().schema().value();

            assertThat(run.isDone()).isFalse();
            assertThat(filesIn(schema)).containsExactly("R", "V2");
            run.get(60, TimeUnit.SECONDS);
        } finally {
            node.shutdownNow();
        }
        assertEachFileRanOnceInEachSchema();
    }

    /** What the process runs: the database's owner, and the folder. */
    static final class Run {

        private Run() {}

        public static void main(String[] arguments) {
            Migrations.of(ConnectionPools.direct(arguments[0]), "tenantry", PostgresForTests.SERVER)
                    .with(TenantMigrations.in(Path.of(arguments[1])))
                    .migrate(new FleetRun(2, false, progress -> {}));
        }
    }

    private Process migrateInAProcessOfItsOwn() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        database.ownerUrl(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private int up() {
        try {
            return Integer.parseInt(Sql.value(database.superuser(), UP));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void assertEachFileRanOnceInEachSchema() throws SQLException {
        for (String schema : Sql.query(database.superuser(), "select schema_name from tenantry.tenant")) {
            assertThat(filesIn(schema)).as(schema).containsExactly("R", "V2");
        }
        assertThat(files.migrations(database).upToDate()).isTrue();
        assertThat(Sql.value(
                        database.superuser(),
                        "select deadlocks from pg_stat_database where datname = '" + database.name() + "'"))
                .as("schemas have no lock in common")
                .isEqualTo("0");
    }

    private List<String> filesIn(String schema) throws SQLException {
        return Sql.query(database.superuser(), "select file from " + schema + ".run order by 1");
    }
}
