package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final String STRANGER = "tenantry_other_app";

    private final PostgresForTests.Database database = PostgresForTests.empty();
    private final Migrations migrations = database.migrations();

    @Test
    void an_empty_database_is_brought_up_and_a_repetition_changes_nothing() throws SQLException {
        assertThat(migrations.upToDate()).isFalse();

        migrations.migrate();

        assertThat(migrations.upToDate()).isTrue();
        List<String> before = state();
        migrations.migrate();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void the_first_migration_asks_for_nothing_that_is_not_there() {
        FailureWatch watch = new FailureWatch(database.owner());

        Migrations.of(watch.dataSource(), "tenantry", PostgresForTests.SERVER).migrate();

        assertThat(watch.failures()).isEmpty();
        assertThat(migrations.upToDate()).isTrue();
    }

    @Test
    void the_control_plane_may_have_another_schema() throws SQLException {
        Migrations.of(database.owner(), "order", PostgresForTests.SERVER).migrate();

        try (PostgresPersistence ports = PersistenceForTests.builder(database, database.server())
                .schema("order")
                .open()) {
            Registration.by(ports);
        }
        assertThat(Sql.value(database.superuser(), "select count(*) from \"order\".tenant"))
                .isEqualTo("1");
        assertThat(Sql.query(database.superuser(), "select 1 from pg_namespace where nspname = 'tenantry'"))
                .isEmpty();
    }

    @Test
    void it_works_where_the_public_schema_is_locked_or_gone() throws SQLException {
        Sql.query(database.superuser(), "drop schema public cascade");

        migrations.migrate();

        assertThat(migrations.upToDate()).isTrue();
        try (PostgresPersistence ports =
                PersistenceForTests.builder(database, database.server()).open()) {
            assertThat(Registration.by(ports).tenant().number()).isEqualTo(1);
        }
    }

    @Test
    void owner_and_server_may_be_one_role_and_the_walls_still_hold() throws SQLException {
        Migrations one = Migrations.of(database.owner(), "tenantry", PostgresForTests.OWNER);
        one.migrate();

        assertThat(one.upToDate()).isTrue();
        try (PostgresPersistence ports =
                PersistenceForTests.builder(database, database.owner()).open()) {
            Registration.by(ports);
        }
        assertThat(Sql.value(database.owner(), "select count(*) from tenantry.membership"))
                .isEqualTo("0");
    }

    @Test
    void a_second_server_role_gets_its_rights_on_what_is_there_already() throws SQLException {
        migrations.migrate();
        String schema = registerOne();
        makeRole();
        Migrations forOther = Migrations.of(database.owner(), "tenantry", STRANGER);
        assertThat(forOther.upToDate()).isFalse();

        forOther.migrate();

        assertThat(forOther.upToDate()).isTrue();
        assertThat(Sql.value(
                        ConnectionPools.direct(database.urlAs(STRANGER)),
                        "select count(*) from " + schema + ".setting"))
                .isEqualTo("0");
        assertThat(migrations.upToDate())
                .as("the first role is served as before")
                .isTrue();
    }

    @Test
    void schemas_that_are_behind_are_brought_up_each_on_its_own_and_one_that_fails_is_named() throws SQLException {
        migrations.migrate();
        String sound = registerOne();
        String broken = registerOne();
        setBack("create table " + broken + ".audit_event ()");
        assertThat(migrations.upToDate()).isFalse();

        assertThatThrownBy(migrations::migrate)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining(broken)
                .hasMessageNotContaining(sound);

        assertThat(ledger(sound)).isEqualTo("4 current");
        assertThat(ledger(broken)).isEqualTo("0 failed");
        assertThat(migrations.upToDate()).isFalse();
        Sql.query(database.superuser(), "drop table " + broken + ".audit_event");
        migrations.migrate();
        assertThat(ledger(broken)).isEqualTo("4 current");
        assertThat(migrations.upToDate()).isTrue();
    }

    @Test
    void where_a_newer_release_has_been_nothing_is_changed_and_no_right_taken_back() throws SQLException {
        migrations.migrate();
        Sql.query(
                database.owner(),
                "create table tenantry.of_tomorrow (x integer)",
                "grant select on tenantry.of_tomorrow to " + PostgresForTests.SERVER,
                "update tenantry.server_role set fingerprint = 'of tomorrow'",
                "insert into tenantry.flyway_schema_history values"
                        + " (999, '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 1, 'owner', now(), 1, true)");
        List<String> before = state();

        migrations.migrate();

        assertThat(state()).isEqualTo(before);
        assertThat(Sql.query(database.server(), "select x from tenantry.of_tomorrow"))
                .isEmpty();
    }

    @Test
    void several_nodes_may_migrate_at_once() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> runs = new ArrayList<>();
            IntStream.range(0, 3)
                    .forEach(node ->
                            runs.add(nodes.submit(() -> database.migrations().migrate())));
            for (Future<?> run : runs) {
                run.get(1, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(migrations.upToDate()).isTrue();
    }

    @Test
    void a_script_that_was_changed_after_tenants_were_made_of_it_is_refused() throws SQLException {
        migrations.migrate();
        Sql.query(database.superuser(), "update tenantry.tenant_script set checksum = 'another'");
        Sql.query(database.superuser(), "update tenantry.server_role set fingerprint = ''");

        assertThatThrownBy(migrations::migrate)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("V001__audit_event_and_setting.sql");
    }

    @Test
    void a_role_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Migrations.of(database.owner(), "tenantry", "tenantry_nobody")
                        .migrate())
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("tenantry_nobody");
    }

    @Test
    void an_owner_who_may_make_no_schemas_is_told() {
        assertThatThrownBy(() -> Migrations.of(database.server(), "tenantry", PostgresForTests.SERVER)
                        .migrate())
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void names_that_could_not_stand_in_sql_are_refused() {
        for (String name : List.of("", "a b", "a\"b", "a'b", "1a", "a;b", "x".repeat(64))) {
            assertThatThrownBy(() -> Migrations.of(database.owner(), "tenantry", name))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Migrations.of(database.owner(), name, "tenantry_app"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String name : List.of("pg_mine", "tenant_acme", "information_schema", "Upper")) {
            assertThatThrownBy(() -> Migrations.of(database.owner(), name, "tenantry_app"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_database_that_does_not_answer_is_unavailable() {
        Migrations nowhere = Migrations.of(
                ConnectionPools.direct("postgres://x:y@127.0.0.1:1/none"), "tenantry", PostgresForTests.SERVER);

        assertThatThrownBy(nowhere::upToDate).isInstanceOf(Unavailable.class);
        assertThatThrownBy(nowhere::migrate).isInstanceOf(Unavailable.class);
    }

    private String registerOne() {
        try (PostgresPersistence ports =
                PersistenceForTests.builder(database, database.server()).open()) {
            return Registration.by(ports).tenant().schema().value();
        }
    }

    /** As if all schemas had been registered before there was a script. */
    private void setBack(String... then) throws SQLException {
        for (String schema : Sql.query(database.superuser(), "select schema_name from tenantry.tenant")) {
            Sql.query(
                    database.superuser(),
                    "drop schema " + schema + " cascade",
                    "create schema " + schema + " authorization " + PostgresForTests.OWNER);
        }
        Sql.query(database.superuser(), "update tenantry.tenant_schema set version = 0, generation = 0");
        for (String sql : then) {
            Sql.query(database.superuser(), sql);
        }
    }

    private String ledger(String schema) throws SQLException {
        return Sql.value(
                database.superuser(),
                "select s.version || ' ' || s.state from tenantry.tenant_schema s"
                        + " join tenantry.tenant t on t.id = s.tenant_id where t.schema_name = '" + schema + "'");
    }

    private List<String> state() throws SQLException {
        return Sql.query(
                database.superuser(),
                "select version || installed_on::text from tenantry.flyway_schema_history"
                        + " union all select name || xmin::text from tenantry.tenant_script"
                        + " union all select name || fingerprint || xmin::text from tenantry.server_role order by 1");
    }

    private static void makeRole() {
        PostgresForTests.administer("do $$ begin create role " + STRANGER + " login password 'only-for-tests';"
                + " exception when duplicate_object then null; end $$");
    }
}
