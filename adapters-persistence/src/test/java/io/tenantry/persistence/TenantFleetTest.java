package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.persistence.schema.FleetProgress;
import io.tenantry.persistence.schema.FleetRun;
import io.tenantry.persistence.schema.TenantFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants' schemas that are brought up: which, in what order, and what becomes of one that fails. */
class TenantFleetTest {

    private static final String NOTES = "create table note (text text not null); insert into note values ('first')";

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @TempDir
    Path folder;

    private HostFiles files;
    private PersistenceForTests persistence;

    @BeforeEach
    void open() {
        files = new HostFiles(folder);
        persistence = PersistenceForTests.on(database, 2);
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    @Test
    void tenants_that_are_there_get_what_is_new_and_their_rows_are_migrated() throws SQLException {
        files.write("V1__note.sql", NOTES);
        files.migrations(database).migrate();
        List<String> schemas = register(7);
        files.write("V2__length.sql", "alter table note add length int; update note set length = length(text)");
        assertThat(files.migrations(database).upToDate()).isFalse();

        files.migrations(database).migrate();

        for (String schema : schemas) {
            assertThat(all(schema, "select text || length from " + schema + ".note"))
                    .containsExactly("first5");
            assertThat(ledger(schema)).isEqualTo("4 2 current");
        }
        assertThat(files.migrations(database).upToDate()).isTrue();
        assertThat(database.migrations().upToDate())
                .as("without the host's files it is another installation")
                .isFalse();
    }

    @Test
    void one_that_fails_is_named_with_its_file_and_holds_up_no_other() throws SQLException {
        files.write("V1__note.sql", NOTES);
        files.migrations(database).migrate();
        List<String> schemas = register(8);
        String broken = schemas.get(2);
        all(broken, "insert into " + broken + ".note values ('first')");
        files.write("V2__unique.sql", "alter table note add unique (text)");

        assertThatThrownBy(() -> files.migrations(database).migrate())
                .isInstanceOfSatisfying(
                        TenantsLeftBehind.class,
                        left -> assertThat(left.failures()).singleElement().satisfies(failure -> {
                            assertThat(failure.schema()).isEqualTo(broken);
                            assertThat(failure.error()).startsWith("V2__unique.sql: ");
                        }));

        assertThat(ledger(broken)).isEqualTo("4 1 failed");
        assertThat(ledger(schemas.get(7))).isEqualTo("4 2 current");
        assertThat(files.migrations(database).upToDate()).isFalse();
        assertThat(files.migrations(database).usable()).isTrue();
        all(broken, "delete from " + broken + ".note");
        files.migrations(database).migrate();
        assertThat(ledger(broken)).isEqualTo("4 2 current");
        assertThat(files.migrations(database).upToDate()).isTrue();
    }

    @Test
    void where_all_canaries_fail_no_other_is_touched_and_the_file_may_be_mended() throws SQLException {
        List<String> schemas = register(7);
        files.write("V1__broken.sql", HostFiles.FAILS_IN_ANY_TENANT);

        assertThatThrownBy(() -> files.migrations(database).migrate())
                .isInstanceOf(MigrationFailed.class)
                .isNotInstanceOf(TenantsLeftBehind.class)
                .hasMessageContaining("no other was touched")
                .hasMessageContaining(schemas.get(4) + " (V1__broken.sql: not today)")
                .hasMessageNotContaining(schemas.get(5));

        assertThat(ledger(schemas.get(4))).isEqualTo("4 0 failed");
        assertThat(ledger(schemas.get(5))).isEqualTo("4 0 current");
        assertThat(files.migrations(database).usable()).isFalse();
        files.write("V1__broken.sql", NOTES);
        files.migrations(database).migrate();
        assertThat(schemas).allSatisfy(schema -> assertThat(ledger(schema)).isEqualTo("4 1 current"));
    }

    @Test
    void those_that_failed_can_be_tried_alone() throws SQLException {
        files.write("V1__note.sql", NOTES);
        files.migrations(database).migrate();
        List<String> schemas = register(3);
        all(schemas.get(0), "insert into " + schemas.get(0) + ".note values ('first')");
        files.write("V2__unique.sql", "alter table note add unique (text)");
        assertThatThrownBy(() -> files.migrations(database).migrate()).isInstanceOf(TenantsLeftBehind.class);
        files.write("V3__more.sql", "create table more ()");
        all(schemas.get(0), "delete from " + schemas.get(0) + ".note");

        files.migrations(database).migrate(new FleetRun(1, true, progress -> {}));

        assertThat(ledger(schemas.get(0))).isEqualTo("4 3 current");
        assertThat(ledger(schemas.get(1))).isEqualTo("4 2 current");
        assertThat(files.migrations(database).upToDate()).isFalse();
        assertThat(files.migrations(database).usable()).isFalse();
    }

    @Test
    void a_repeatable_file_is_run_again_when_it_changes_and_only_then() throws SQLException {
        files.write("V1__runs.sql", "create table run (text text)");
        files.write("R__a.sql", "insert into run values ('a')");
        files.write("R__b.sql", "insert into run values ('b')");
        files.migrations(database).migrate();
        String schema = register(1).get(0);
        String runs = "select text from " + schema + ".run";
        assertThat(all(schema, runs)).containsExactly("a", "b");

        files.write("V2__other.sql", "select 1").write("R__b.sql", "insert into run values ('B')");
        files.migrations(database).migrate();
        assertThat(all(schema, runs)).containsExactly("a", "b", "B");

        files.delete("R__a.sql");
        files.migrations(database).migrate();
        assertThat(all(schema, runs)).containsExactly("a", "b", "B");
        assertThat(files.migrations(database).upToDate()).isTrue();
    }

    @Test
    void progress_is_told_of_each_tenant_and_what_has_failed() {
        register(6);
        files.write("V1__note.sql", NOTES);
        List<FleetProgress> told = Collections.synchronizedList(new ArrayList<>());

        files.migrations(database).migrate(new FleetRun(3, false, told::add));

        assertThat(told)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj(done -> new FleetProgress(done, 0, 6))
                        .toList());
        assertThatThrownBy(() -> new FleetRun(0, false, told::add)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FleetRun(65, false, told::add)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void many_failures_are_counted_in_a_line() {
        List<TenantFailure> failures = IntStream.range(0, 25)
                .mapToObj(number -> new TenantFailure("tenant_" + number, "gone"))
                .toList();

        assertThat(TenantFailure.line(failures)).endsWith("tenant_19 (gone) and 5 more");
    }

    @Test
    void with_nothing_to_do_however_many_tenants_there_are_one_entry_of_an_index_is_read() throws SQLException {
        Sql.query(
                database.superuser(),
                "insert into tenantry.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)"
                        + " select gen_random_uuid(), 'x', 'x-' || n, 'tenant_x_' || n, 'a@b.example', 'active', now(), now()"
                        + " from generate_series(1, 5000) n",
                "insert into tenantry.tenant_schema (tenant_id, version, state, generation)"
                        + " select t.id, 3, 'current', f.generation from tenantry.tenant t, tenantry.fleet f",
                "analyze tenantry.tenant_schema");
        String table = " from pg_stat_user_tables where schemaname = 'tenantry' and relname = 'tenant_schema'";
        String index = " from pg_stat_user_indexes where indexrelname = 'tenant_schema_by_generation'";
        String before = value("select seq_tup_read" + table);

        assertThat(database.migrations().upToDate()).isTrue();

        Poll.until(() -> value("select idx_scan > 0" + index).equals("t"), Duration.ofSeconds(10));
        assertThat(Integer.parseInt(value("select idx_tup_read" + index))).isLessThan(10);
        assertThat(value("select seq_tup_read" + table)).isEqualTo(before);
    }

    private String value(String sql) {
        try {
            return Sql.value(database.superuser(), sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> register(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        Registration.by(persistence.ports()).tenant().schema().value())
                .toList();
    }

    /** As the owner, in the scope of all tenants. */
    private List<String> all(String schema, String sql) throws SQLException {
        return Sql.query(
                database.owner(),
                "set local tenantry.scope = 'all'",
                "set local search_path = " + schema,
                sql + (sql.startsWith("select") ? "" : " returning 1"));
    }

    private String ledger(String schema) {
        return value("select s.version || ' ' || s.host_ordinal || ' ' || s.state from tenantry.tenant_schema s"
                + " join tenantry.tenant t on t.id = s.tenant_id where t.schema_name = '" + schema + "'");
    }
}
