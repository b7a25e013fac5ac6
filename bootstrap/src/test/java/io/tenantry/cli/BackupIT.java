package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.UseCasesForTests;
import io.tenantry.application.UseCases;
import io.tenantry.database.InstalledPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** By PostgreSQL's own programs, where the system has them, with roles of which none is a superuser. */
@EnabledIf("io.tenantry.database.InstalledPostgres#isThere")
class BackupIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String OTHER_SECRET = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";

    @TempDir
    static Path cluster;

    @TempDir
    static Path folder;

    private static InstalledPostgres postgres;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void two_tenants() throws SQLException {
        postgres = InstalledPostgres.start(cluster);
        for (String role : List.of("owner", "server", "other_server")) {
            postgres.makeRole("tenantry_" + role);
        }
        database("first");
        try (Installation installation = Installation.open(Configuration.load(settings("first", SECRET), folder))) {
            installation.migrate();
            UseCases useCases = installation.tenantry().useCases();
            UseCasesForTests.register(useCases, "Acme", "ada@acme.example");
            UseCasesForTests.register(useCases, "Other", "grace@other.example");
            useCases.sessions().readSigningKeys().read();
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void no_row_is_missing_after_a_restore_and_the_old_passwords_sign_in() throws Exception {
        Path file = backedUp("whole.backup");
        database("second");

        assertThat(run("second", SECRET, "restore", file.toString()))
                .as("%s", err)
                .isZero();

        assertThat(counts("second")).isEqualTo(counts("first")).hasSizeGreaterThan(30);
        assertThat(counts("first")).contains("tenantry.membership 2", "tenantry.app_user 2", "tenant_acme.setting 0");
        try (Installation restored = Installation.open(Configuration.load(settings("second", SECRET), folder))) {
            assertThat(restored.migrated()).isTrue();
            UseCasesForTests.signIn(restored.tenantry().useCases(), "ada@acme.example");
        }
        assertThat(functionsOfEverybody("second")).isEqualTo(functionsOfEverybody("first"));
        assertThat(run("second", SECRET, "restore", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("holds something already");
    }

    @Test
    void a_server_of_another_role_works_on_what_was_restored() throws Exception {
        Path file = backedUp("roles.backup");
        database("third");
        Map<String, String> settings = settings("third", SECRET, "tenantry_other_server");

        assertThat(run(settings, "restore", file.toString())).as("%s", err).isZero();

        try (Installation restored = Installation.open(Configuration.load(settings, folder))) {
            UseCases useCases = restored.tenantry().useCases();
            UseCasesForTests.signIn(useCases, "grace@other.example");
            UseCasesForTests.register(useCases, "Third", "edsger@third.example");
        }
    }

    @Test
    void another_secret_is_told() throws Exception {
        Path file = backedUp("secret.backup");
        database("fourth");

        assertThat(run("fourth", OTHER_SECRET, "restore", file.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains("set TENANTRY_SECRET to the secret of then")
                .doesNotContain(SECRET);
    }

    @Test
    void a_backup_is_its_owners_alone_has_no_secret_in_it_and_overwrites_nothing() throws Exception {
        Path file = backedUp("mode.backup");
        byte[] before = Files.readAllBytes(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new String(before, StandardCharsets.ISO_8859_1))
                .startsWith("PGDMP")
                .doesNotContain(SECRET);
        assertThat(out.toString()).contains("TENANTRY_SECRET").doesNotContain(SECRET);
        assertThat(run("first", SECRET, "backup", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("--force overwrites it");
        assertThat(file).hasBinaryContent(before);
        assertThat(run("first", SECRET, "backup", file.toString(), "--force")).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(left -> left.toString().endsWith(".part"));
        }
    }

    @Test
    void policies_of_others_that_could_hide_rows_stop_a_backup() throws SQLException {
        database("policies");
        assertThat(run("policies", SECRET, "migrate")).isZero();
        postgres.ask("policies", "create policy mine on tenantry.membership as restrictive using (false)");

        assertThat(run("policies", SECRET, "backup", folder.resolve("never").toString()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("tenantry.membership has row-level security of its own");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException, SQLException {
        database("fifth");
        Path file = Files.writeString(folder.resolve("text"), "select 1");

        assertThat(run("fifth", SECRET, "restore", file.toString())).isEqualTo(1);
        assertThat(run("fifth", SECRET, "restore", "absent")).isEqualTo(1);

        assertThat(err.toString()).contains("is no backup in the custom format", "absent cannot be read");
        assertThat(postgres.ask("fifth", "select nspname from pg_namespace where nspname = 'tenantry'"))
                .isEmpty();
    }

    private Path backedUp(String name) {
        Path file = folder.resolve(name);
        assertThat(run("first", SECRET, "backup", file.toString()))
                .as("%s", err)
                .isZero();
        return file;
    }

    /** Of every table, with its rows: but for what `migrate` and the backup itself write. */
    private static List<String> counts(String database) throws SQLException {
        return postgres.ask(
                database,
                "select table_schema || '.' || table_name || ' ' || (xpath('/row/c/text()', query_to_xml(format('select count(*)"
                        + " as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text"
                        + " from information_schema.tables where table_schema ~ '^tenant' and table_type = 'BASE TABLE'"
                        + " and table_name not in ('server_role', 'audit_event', 'session', 'refresh_token', 'known_device')"
                        + " order by 1");
    }

    private static List<String> functionsOfEverybody(String database) throws SQLException {
        return postgres.ask(
                database,
                "select oid::regprocedure::text from pg_proc where pronamespace = 'tenantry'::regnamespace"
                        + " and has_function_privilege('public', oid, 'execute') order by 1");
    }

    private static void database(String name) throws SQLException {
        postgres.makeDatabase(name, "tenantry_owner");
    }

    private int run(String database, String secret, String... arguments) {
        return run(settings(database, secret), arguments);
    }

    private int run(Map<String, String> settings, String... arguments) {
        return new CommandLineInterface(settings, folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private static Map<String, String> settings(String database, String secret) {
        return settings(database, secret, "tenantry_server");
    }

    private static Map<String, String> settings(String database, String secret, String server) {
        return Map.of(
                "DATABASE_URL", postgres.url(server, database),
                "DATABASE_OWNER_URL", postgres.url("tenantry_owner", database),
                "TENANTRY_PG_BIN", InstalledPostgres.programs().orElseThrow().toString(),
                "TENANTRY_SECRET", secret,
                "TENANTRY_BCRYPT_COST", "4");
    }
}
