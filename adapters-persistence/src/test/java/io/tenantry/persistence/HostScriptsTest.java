package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's own SQL files: tried out before any tenant gets them, and part of each registration. */
class HostScriptsTest {

    private static final String STORED = "select name from tenantry.host_script order by ordinal";

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @TempDir
    Path folder;

    private HostFiles files;

    @BeforeEach
    void files() {
        files = new HostFiles(folder);
    }

    @Test
    void a_tenant_has_the_hosts_tables_from_its_registration_on() throws SQLException {
        files.write("V1__project.sql", """
                create table project (
                    id     uuid primary key default gen_random_uuid(),
                    tenant uuid not null default current_setting('tenantry.tenant')::uuid references ${control}.tenant (id),
                    place  text not null default '${schema}');
                insert into project default values""");
        files.migrations(database).migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            Registration registered = Registration.by(persistence.ports());
            String schema = registered.tenant().schema().value();

            assertThat(Sql.query(
                            database.server(),
                            "set local tenantry.tenant = '"
                                    + registered.tenant().id() + "'",
                            "select tenant || place from " + schema + ".project"))
                    .containsExactly(registered.tenant().id() + schema);
        }
    }

    @Test
    void a_registration_goes_on_in_the_scope_that_it_was_in() {
        files.write(
                "V1__scope.sql", "select set_config('tenantry.scope', 'all', true); set local search_path = public");
        files.migrations(database).migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            PostgresPersistence ports = persistence.ports();
            Registration before = Registration.by(ports);

            assertThat(Registration.by(ports).tenant().number())
                    .isEqualTo(before.tenant().number() + 1);
        }
    }

    @Test
    void a_trial_leaves_nothing_and_takes_no_number_of_a_tenant() throws SQLException {
        List<String> before = schemas();
        files.write("V1__a.sql", "create table a ()");

        files.migrations(database).migrate();

        assertThat(schemas()).isEqualTo(before);
        assertThat(Sql.query(database.owner(), "select 1 from tenantry.tenant")).isEmpty();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            assertThat(Registration.by(persistence.ports()).tenant().number()).isEqualTo(1);
        }
    }

    @Test
    void what_cannot_be_run_is_found_before_there_is_any_tenant_and_named() throws SQLException {
        Map<String, String> broken = Map.ofEntries(
                Map.entry("create tabel x ()", "syntax error"),
                Map.entry("insert into nowhere values (1)", "does not exist"),
                Map.entry("create table x (); commit", "neither end nor leave"),
                Map.entry("begin; create table x ()", "neither end nor leave"),
                Map.entry("rollback", "neither end nor leave"),
                Map.entry("savepoint x", "neither end nor leave"),
                Map.entry("do $$ begin commit; end $$", "neither end nor leave"),
                Map.entry("create table x (y int); create index concurrently on x (y)", "neither end nor leave"),
                Map.entry("vacuum", "neither end nor leave"),
                Map.entry("copy audit_event from stdin", "COPY"),
                Map.entry("create materialized view x as select 1", "materialized view"),
                Map.entry("set role " + PostgresForTests.SERVER, "role"),
                Map.entry("create schema mine; select 1 / 0", "division by zero"));
        for (Map.Entry<String, String> each : broken.entrySet()) {
            files.write("V7__broken.sql", each.getKey());
            assertThatThrownBy(() -> files.migrations(database).migrate())
                    .as(each.getKey())
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessageContaining(each.getValue().equals("materialized view") ? "x is a" : "V7__broken.sql: ")
                    .hasMessageContaining(each.getValue());
        }
        assertThat(Sql.query(database.owner(), STORED)).isEmpty();
    }

    @Test
    void a_file_that_tenants_were_made_of_can_neither_change_nor_go_nor_be_preceded() throws SQLException {
        files.write("V1__a.sql", "create table a ()").write("V2__b.sql", "create table b ()");
        files.migrations(database).migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            Registration.by(persistence.ports());
        }
        assertRefused(files.write("V1.1__x.sql", ""), "V1.1__x.sql comes before V2__b.sql");
        assertRefused(files.delete("V1.1__x.sql").write("V2__b.sql", ""), "V2__b.sql is not what");
        files.write("V2__b.sql", "create table b ()");
        assertRefused(files.delete("V1__a.sql"), "V1__a.sql, of which tenants' schemas were made, is gone");
        assertThatThrownBy(() -> database.migrations().migrate())
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("V1__a.sql, of which tenants' schemas were made, is gone");
        assertThat(Sql.query(database.owner(), STORED)).containsExactly("V1__a.sql", "V2__b.sql");
    }

    @Test
    void an_older_version_of_the_host_changes_nothing() throws SQLException {
        files.write("V1__a.sql", "create table a ()").write("V2__b.sql", "create table b ()");
        files.write("R__c.sql", "select 2");
        files.migrations(database).migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            Registration.by(persistence.ports());
        }
        files.delete("V2__b.sql").write("R__c.sql", "select 1");

        files.migrations(database).migrate();

        assertThat(Sql.query(database.owner(), STORED)).containsExactly("V1__a.sql", "V2__b.sql");
        assertThat(Sql.value(database.owner(), "select sql from tenantry.host_repeatable"))
                .isEqualTo("select 2");
        files.write("V2__b.sql", "create table b ()").write("R__c.sql", "select 2");
        assertThat(files.migrations(database).upToDate()).isTrue();
    }

    @Test
    void R2_3_3_a_registration_that_fails_because_of_a_file_is_refused_whole_for_a_while() throws SQLException {
        files.write("V1__broken.sql", "create table a ();" + HostFiles.FAILS_IN_ANY_TENANT);
        files.migrations(database).migrate();
        List<String> before = schemas();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            assertThatThrownBy(() -> Registration.by(persistence.ports())).isInstanceOf(Unavailable.class);
        }

        assertThat(schemas()).isEqualTo(before);
        assertThat(Sql.query(
                        database.owner(), "select id from tenantry.tenant union all select id from tenantry.app_user"))
                .isEmpty();
    }

    private void assertRefused(HostFiles changed, String message) {
        assertThatThrownBy(() -> changed.migrations(database).migrate())
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining(message);
    }

    private List<String> schemas() throws SQLException {
        return Sql.query(database.superuser(), "select nspname from pg_namespace order by 1");
    }
}
