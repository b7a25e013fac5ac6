package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.database.ExternalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of the operator's in place of the embedded one. */
class ExternalDatabaseIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    static Path cluster;

    private static ExternalPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(cluster);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void a_superuser_is_refused_in_one_line() {
        postgres.execute("create database super");

        assertThatThrownBy(() ->
                        TenantryServer.start(configuration(Map.of("DATABASE_URL", postgres.superuserUrl("super")))))
                .hasMessageContaining("superuser")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_database_that_does_not_answer_is_named_with_its_variable_and_without_its_password() {
        assertThatThrownBy(() -> TenantryServer.start(
                        configuration(Map.of("DATABASE_URL", "postgres://somebody:very-secret@127.0.0.1:1/none"))))
                .hasMessageStartingWith("DATABASE_URL=")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("very-secret")
                .hasMessageNotContaining("\n");
    }

    @Test
    void migrate_makes_the_servers_role_where_the_owner_may() {
        postgres.execute(
                "create role maker login createrole password 'maker-password'", "create database made owner maker");
        Map<String, String> urls = Map.of(
                "DATABASE_URL", postgres.url("tenantry_made", "made-password", "made"),
                "DATABASE_OWNER_URL", postgres.url("maker", "maker-password", "made"));

        try (Installation installation = Installation.open(configuration(urls))) {
            installation.migrate();
            assertThat(installation.migrated()).isTrue();
            assertThat(installation.tenantry().notReady()).isEmpty();
        }
        assertThat(postgres.ask("select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles"
                        + " where rolname = 'tenantry_made'"))
                .isEqualTo("f");
    }

    @Test
    void a_missing_role_that_the_owner_may_not_make_stops_the_start_without_a_password_shown() {
        postgres.execute("create role modest login password 'modest-password'", "create database modest owner modest");
        Map<String, String> urls = Map.of(
                "DATABASE_URL", postgres.url("absent", "absent-password", "modest"),
                "DATABASE_OWNER_URL", postgres.url("modest", "modest-password", "modest"));

        assertThatThrownBy(() -> TenantryServer.start(configuration(urls)))
                .hasMessageNotContaining("absent-password")
                .hasMessageNotContaining("modest-password");
    }

    @Test
    void one_role_for_both_works_with_a_warning() throws IOException {
        postgres.execute("create role single login password 'single-password'", "create database single owner single");
        Map<String, String> environment = Map.of(
                "PORT",
                "0",
                "DATABASE_URL",
                postgres.url("single", "single-password", "single"),
                "TENANTRY_SECRET",
                SECRET);

        try (ServerJar server = ServerJar.serve(folder, environment)) {
            assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(200);
        }

        assertThat(folder.resolve("serve.log"))
                .content()
                .contains("single owns the tables")
                .doesNotContain("single-password", SECRET);
        assertThat(folder.resolve(".tenantry/postgres")).doesNotExist();
        assertThat(Files.exists(folder.resolve(".tenantry/secret"))).isFalse();
    }

    @Test
    void with_smtp_no_folder_is_made() {
        postgres.execute("create role lean login password 'lean-password'", "create database lean owner lean");
        Map<String, String> settings = Map.of(
                "DATABASE_URL", postgres.url("lean", "lean-password", "lean"), "SMTP_URL", "smtp://localhost:2525");

        try (TenantryServer server = TenantryServer.start(configuration(settings))) {
            assertThat(server.report()).contains("smtp://localhost:2525");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void two_servers_share_it() {
        postgres.execute("create role shared login password 'shared-password'", "create database shared owner shared");
        Map<String, String> urls = Map.of("DATABASE_URL", postgres.url("shared", "shared-password", "shared"));

        try (TenantryServer one = TenantryServer.start(configuration(urls));
                TenantryServer other = TenantryServer.start(configuration(urls))) {
            assertThat(one.tenantry().notReady()).isEmpty();
            assertThat(other.tenantry().notReady()).isEmpty();
            assertThat(one.report()).contains("127.0.0.1").doesNotContain("shared-password");
        }
    }

    private Configuration configuration(Map<String, String> urls) {
        Map<String, String> environment = new HashMap<>(urls);
        environment.putAll(Map.of("PORT", "0", "TENANTRY_SECRET", SECRET, "TENANTRY_BCRYPT_COST", "4"));
        return Configuration.load(environment, folder);
    }
}
