package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables in tenants' schemas, Tenantry's and the host's, looked at by bare SQL with qualified names. */
class TenantWallsTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();
    private static final DataSource SERVER = DATABASE.server();
    private static final List<String> READABLE =
            List.of("note", "part", "part_1", "open_to_all", "note_view", "setting", "audit_event");

    @TempDir
    static Path folder;

    private static HostFiles files;
    private static Registration own;
    private static Registration other;

    @BeforeAll
    static void register_two() throws SQLException {
        files = new HostFiles(folder).write("V1__tables.sql", """
                create table note (text text not null);
                insert into note values ('mine');
                create table part (n int not null) partition by range (n);
                create table part_1 partition of part for values from (1) to (9);
                insert into part values (1);
                create table open_to_all (n int not null);
                create policy everybody on open_to_all using (true);
                insert into open_to_all values (1);
                create view note_view as select text from note;
                insert into setting values ('a', '1', transaction_timestamp());
                insert into audit_event (id, occurred_at, action) values (gen_random_uuid(), transaction_timestamp(), 'x')""");
        files.migrations(DATABASE).migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(DATABASE, 1)) {
            own = Registration.by(persistence.ports());
            other = Registration.by(persistence.ports());
        }
    }

    @Test
    void RMT_a_tenants_tables_and_views_show_its_rows_in_its_own_scope_and_nowhere_else() throws SQLException {
        for (String table : READABLE) {
            for (DataSource role : List.of(SERVER, DATABASE.owner())) {
                assertThat(count(role, own, table, scopeOf(own))).as(table).isEqualTo("1");
                assertThat(count(role, own, table, scopeOf(other))).as(table).isEqualTo("0");
                assertThat(count(role, own, table, "select 1")).as(table).isEqualTo("0");
                assertThat(count(role, own, table, "set local tenantry.scope = 'all'"))
                        .as(table)
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void RMT_another_tenants_rows_can_be_neither_added_nor_changed_nor_removed() throws SQLException {
        String note = table(own, "note");
        for (String scope : List.of(scopeOf(other), "select 1")) {
            assertThatThrownBy(() -> Sql.query(SERVER, scope, "insert into " + note + " values ('theirs')"))
                    .hasMessageContaining("row-level security");
            assertThat(Sql.query(SERVER, scope, "update " + note + " set text = 'theirs' returning 1"))
                    .isEmpty();
            assertThat(Sql.query(SERVER, scope, "delete from " + note + " returning 1"))
                    .isEmpty();
        }
        assertThat(Sql.query(SERVER, scopeOf(own), "select text from " + note)).containsExactly("mine");
    }

    @Test
    void RMT_every_table_of_every_tenant_is_walled_off_from_the_owner_too() throws SQLException {
        assertThat(Sql.query(DATABASE.superuser(), """
                        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname like 'tenant\\_%' and c.relkind in ('r', 'p')
                           and not (c.relrowsecurity and c.relforcerowsecurity
                                    and exists (select from pg_policy p
                                                 where p.polrelid = c.oid and p.polname = 'tenantry_wall'
                                                   and not p.polpermissive))""")).isEmpty();
    }

    @Test
    void RMT_a_view_asks_with_the_rights_of_who_looks_through_it_where_postgresql_can() throws SQLException {
        assertThat(Sql.value(DATABASE.superuser(), """
                        select current_setting('server_version_num')::int < 150000
                            or bool_and(coalesce(c.reloptions && array['security_invoker=true'], false))
                          from pg_class c where c.relname = 'note_view'""")).isEqualTo("t");
    }

    @Test
    void policies_of_the_hosts_own_rule_within_the_wall() throws SQLException {
        String policies = "select p.polname from pg_policy p where p.polrelid = '%s'::regclass order by 1";

        assertThat(Sql.query(DATABASE.superuser(), policies.formatted(table(own, "open_to_all"))))
                .containsExactly("everybody", "tenantry_wall");
        assertThat(Sql.query(DATABASE.superuser(), policies.formatted(table(own, "note"))))
                .containsExactly("tenantry_open", "tenantry_wall");
    }

    @Test
    void walls_that_stand_are_not_touched_again() throws SQLException {
        String walls = "select p.oid || ' ' || p.xmin::text || ' ' || c.xmin::text from pg_policy p"
                + " join pg_class c on c.oid = p.polrelid where c.relname in ('note', 'part', 'open_to_all', 'setting') order by 1";
        List<String> before = Sql.query(DATABASE.superuser(), walls);

        Sql.query(
                DATABASE.owner(),
                "select tenantry.wall_tenant_schema('" + own.tenant().id() + "', '"
                        + own.tenant().schema() + "')");

        assertThat(Sql.query(DATABASE.superuser(), walls)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void walls_that_a_file_takes_down_stand_again_at_its_end(@TempDir Path empty) throws SQLException {
        PostgresForTests.Database database = PostgresForTests.migrated();
        HostFiles demolition = new HostFiles(empty).write("R__demolition.sql", """
                        alter table setting no force row level security;
                        alter table setting disable row level security;
                        drop policy if exists tenantry_wall on setting;
                        create policy tenantry_wall on setting using (true);
                        insert into setting values ('a', '1', transaction_timestamp())""");
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            demolition.migrations(database).migrate();
            Registration tenant = Registration.by(persistence.ports());

            assertThat(Sql.value(database.owner(), "select count(*) from " + table(tenant, "setting")))
                    .isEqualTo("0");
            assertThat(Sql.value(database.owner(), scopeOf(tenant), "select count(*) from " + table(tenant, "setting")))
                    .isEqualTo("1");
        }
    }

    @Test
    void the_server_cannot_call_what_only_the_owner_needs() {
        for (String call : List.of(
                "wall_tenant_schema('" + own.tenant().id() + "', 'public')",
                "run_tenant_script('" + own.tenant().id() + "', 'public', 'x', 'select 1')")) {
            assertThatThrownBy(() -> Sql.query(SERVER, "select tenantry." + call))
                    .hasMessageContaining("permission denied");
        }
        for (String change : List.of(
                "update tenantry.fleet set generation = 1",
                "insert into tenantry.host_script values (1, '1', 'x', 'x', 'x')",
                "insert into tenantry.host_repeatable values ('x', 'x', 'x')")) {
            assertThatThrownBy(() -> Sql.query(SERVER, change)).hasMessageContaining("permission denied");
        }
    }

    private static String count(DataSource role, Registration tenant, String table, String scope) throws SQLException {
        String where = table.equals("audit_event") ? " where action = 'x'" : "";
        return Sql.value(role, scope, "select count(*) from " + table(tenant, table) + where);
    }

    private static String table(Registration tenant, String table) {
        return tenant.tenant().schema() + "." + table;
    }

    private static String scopeOf(Registration tenant) {
        return "set local tenantry.tenant = '" + tenant.tenant().id() + "'";
    }
}
