package io.tenantry.persistence.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.schema.TenantMigrations;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one database into another, with tables of the host's in it. */
class TenantArchiveTest {

    private static final String NOTES = """
            create table folder (
                id bigint generated always as identity primary key,
                parent bigint references folder (id),
                label text not null
            );
            create table a_note (
                id uuid primary key default gen_random_uuid(),
                folder bigint not null references folder (id),
                author uuid references ${control}.app_user (id),
                tenant uuid not null references ${control}.tenant (id),
                "odd ""name" text,
                content bytea,
                length integer generated always as (octet_length(content)) stored
            );
            create table seeded (word text primary key);
            insert into seeded values ('from the script');
            """;

    @TempDir
    Path folder;

    private PostgresForTests.Database there;
    private PostgresForTests.Database here;
    private Registration registered;

    @BeforeEach
    void a_tenant_with_rows() throws IOException, SQLException {
        there = installation("there", NOTES);
        here = installation("here", NOTES);
        try (PersistenceForTests persistence = PersistenceForTests.on(there, 2)) {
            registered = Registration.by(persistence.ports());
        }
        Sql.query(
                there.superuser(),
                "insert into " + table("folder")
                        + " (parent, label) values (null, 'a'), (1, E'tab\\there\\nand \\\\N')",
                "insert into " + table("a_note") + " (folder, author, tenant, \"odd \"\"name\", content) values (2, '"
                        + owner() + "', '" + registered.tenant().id() + "', null, '\\x00ff')",
                "delete from " + table("seeded"));
    }

    @Test
    void a_tenant_arrives_with_its_ids_its_rows_and_its_numbers() throws Exception {
        TenantImport.Imported imported = imported(exported(), Optional.empty());

        assertThat(imported.tenant()).isEqualTo(registered.tenant().id());
        assertThat(imported.newUsers()).isEqualTo(1);
        assertThat(imported.matchedUsers()).isZero();
        assertSame("select f::text from " + table("folder") + " f order by id");
        assertSame("select n::text from " + table("a_note") + " n");
        assertSame("select count(*)::text from " + table("seeded"));
        assertSame("select hash from tenantry.credential where user_id = '" + owner() + "'");
        assertSame(
                "select (to_jsonb(m))::text from tenantry.membership m where tenant_id = '" + imported.tenant() + "'");
        assertSame(
                "select (to_jsonb(t) - 'number' - 'created_at' - 'updated_at')::text from tenantry.tenant t where id = '"
                        + imported.tenant() + "'");
        assertThat(Sql.value(
                        here.superuser(), "insert into " + table("folder") + " (label) values ('next') returning id"))
                .isEqualTo("3");
    }

    @Test
    void the_walls_of_what_was_imported_stand() throws Exception {
        imported(exported(), Optional.empty());

        assertThat(Sql.query(here.server(), "select label from " + table("folder")))
                .isEmpty();
        assertThat(Sql.query(
                        here.server(),
                        "select set_config('tenantry.tenant', '"
                                + registered.tenant().id() + "', true)",
                        "select label from " + table("folder")))
                .hasSize(2);
    }

    @Test
    void a_slug_of_its_own_gives_it_another_schema_and_another_domain() throws Exception {
        imported(exported(), Optional.of(new Slug("renamed-here")));

        assertThat(Sql.query(here.superuser(), "select label from tenant_renamed_here.folder"))
                .hasSize(2);
        assertThat(Sql.query(
                        here.superuser(),
                        "select slug || ' ' || schema_name from tenantry.tenant where id = '"
                                + registered.tenant().id() + "'"))
                .containsExactly("renamed-here tenant_renamed_here");
    }

    @Test
    void who_is_verified_in_both_is_the_user_who_is_here_and_keeps_the_password_of_here() throws Exception {
        verify(there);
        String other = "11111111-1111-7111-8111-111111111111";
        Sql.query(here.superuser(), userHere(other, "now()"));

        TenantImport.Imported imported = imported(exported(), Optional.empty());

        assertThat(imported.matchedUsers()).isEqualTo(1);
        assertThat(imported.newUsers()).isZero();
        assertThat(Sql.query(here.superuser(), "select author::text from " + table("a_note")))
                .containsExactly(other);
        assertThat(Sql.query(here.superuser(), "select user_id::text from tenantry.membership"))
                .containsExactly(other);
        assertThat(Sql.query(here.superuser(), "select owner_id::text from tenantry.tenant"))
                .containsExactly(other);
        assertThat(Sql.query(here.superuser(), "select hash from tenantry.credential"))
                .isEmpty();
    }

    @Test
    void R_E9_an_address_that_is_not_verified_in_both_stops_the_import_and_is_named() throws Exception {
        Sql.query(here.superuser(), userHere("11111111-1111-7111-8111-111111111111", "now()"));

        assertRefused(exported(), registered.owner().email().value());
    }

    @Test
    void what_is_here_already_is_refused() throws Exception {
        Path archive = exported();
        imported(archive, Optional.empty());

        assertThatThrownBy(() -> imported(archive, Optional.empty()))
                .hasMessage("this tenant is here already, by its id");
        assertThatThrownBy(() -> imported(archive, Optional.of(new Slug("another"))))
                .hasMessage("this tenant is here already, by its id");
    }

    @Test
    void a_slug_that_is_taken_is_refused_with_what_would_do() throws Exception {
        Sql.query(
                here.superuser(),
                "insert into tenantry.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)"
                        + " values (gen_random_uuid(), 'x', '"
                        + registered.tenant().slug() + "', '"
                        + registered.tenant().schema() + "', 'a@b.example', 'active', now(), now())");

        assertThatThrownBy(() -> imported(exported(), Optional.empty()))
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining("--slug");
    }

    @Test
    void a_schema_made_of_other_scripts_is_refused_by_their_names() throws Exception {
        PostgresForTests.Database other = installation("other", "create table else_where (id integer)");

        assertThatThrownBy(() -> importer(other).read(exported(), Optional.empty()))
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining("V1__notes.sql is another");
    }

    @Test
    void foreign_keys_that_lead_in_a_circle_are_refused_at_the_export() throws SQLException {
        Sql.query(
                there.superuser(),
                "alter table " + table("folder") + " add column note uuid references " + table("a_note") + " (id)");

        assertThatThrownBy(this::exported)
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining("in a circle from and to a_note, folder");
    }

    @Test
    void policies_of_the_hosts_that_could_hide_rows_are_refused() throws SQLException {
        Sql.query(there.superuser(), "create policy mine on " + table("folder") + " using (label = 'a')");

        assertThatThrownBy(this::exported)
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining("folder has row-level security of its own");
    }

    private void assertRefused(Path archive, String reason) throws SQLException {
        String before = everything();
        assertThatThrownBy(() -> imported(archive, Optional.empty()))
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining(reason);
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() throws SQLException {
        return Sql.query(
                        here.superuser(),
                        "select (select count(*) from tenantry.tenant) || ' ' || (select count(*) from tenantry.app_user) || ' '"
                                + " || (select count(*) from pg_namespace where nspname like 'tenant\\_%')")
                .toString();
    }

    private void assertSame(String question) throws SQLException {
        List<String> rows = Sql.query(there.superuser(), question);
        assertThat(Sql.query(here.superuser(), question)).isEqualTo(rows).isNotEmpty();
    }

    private void verify(PostgresForTests.Database database) throws SQLException {
        Sql.query(database.superuser(), "update tenantry.app_user set email_verified_at = now()");
    }

    private String userHere(String id, String verifiedAt) {
        String email = registered.owner().email().canonical();
        return "insert into tenantry.app_user (id, email, email_canonical, full_name, email_verified_at,"
                + " verify_before_sign_in, created_at, updated_at) values ('" + id + "', '" + email + "', '" + email
                + "', '', " + verifiedAt + ", false, now(), now())";
    }

    private Path exported() throws IOException {
        Path file = folder.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new TenantExport(there.owner(), "tenantry", "test", "there.example", progress -> {})
                    .write(registered.tenant().slug(), out);
        }
        return file;
    }

    private TenantImport.Imported imported(Path archive, Optional<Slug> slug) throws IOException {
        return importer(here).read(archive, slug);
    }

    private static TenantImport importer(PostgresForTests.Database database) {
        return new TenantImport(database.owner(), "tenantry", new HostName("here.example"), progress -> {});
    }

    private String owner() {
        return registered.owner().id().toString();
    }

    private String table(String name) {
        return registered.tenant().schema() + "." + name;
    }

    private PostgresForTests.Database installation(String name, String sql) throws IOException {
        Path scripts = Files.createDirectory(folder.resolve(name));
        Files.writeString(scripts.resolve("V1__notes.sql"), sql);
        PostgresForTests.Database database = PostgresForTests.empty();
        database.migrations().with(TenantMigrations.in(scripts)).migrate();
        return database;
    }
}
