package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.UseCasesForTests;
import io.tenantry.application.UseCases;
import io.tenantry.database.ExternalPostgres;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.tenant.Slug;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one installation to another, with a table of the host's, a member who is there already, and one who is new. */
class TenantMovesIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    static Path cluster;

    @TempDir
    static Path folder;

    private static ExternalPostgres postgres;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void two_installations() throws IOException {
        postgres = ExternalPostgres.start(cluster);
        postgres.execute(
                "create role there login password 'there-password'",
                "create role here login password 'here-password'",
                "create database there owner there",
                "create database here owner here");
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        Files.writeString(
                scripts.resolve("V1__note.sql"),
                "create table note (id bigint generated always as identity primary key, author uuid references"
                        + " ${control}.app_user (id), text text not null)");
        on("there", useCases -> {
            UseCasesForTests.register(useCases, "Acme", "ada@acme.example");
            UseCasesForTests.register(useCases, "Trusted", "tess@trusted.example");
            UseCasesForTests.register(useCases, "Graces", "grace@both.example");
        });
        on("here", useCases -> UseCasesForTests.register(useCases, "Here", "grace@both.example"));
        postgres.in(
                "there",
                "update tenantry.app_user set email_verified_at = now()",
                "insert into tenantry.membership (tenant_id, user_id, role, joined_at)"
                        + " select t.id, u.id, 'member', now() from tenantry.tenant t, tenantry.app_user u"
                        + " where t.slug = 'acme' and u.email = 'grace@both.example'",
                "insert into tenant_acme.note (author, text) select id, E'by grace\\n\\ttwo lines' from tenantry.app_user"
                        + " where email = 'grace@both.example'");
        postgres.in("here", "update tenantry.app_user set email_verified_at = now()");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void a_tenant_moves_with_its_people_its_tables_and_its_audit() throws IOException {
        Path archive = folder.resolve("acme.zip");

        assertThat(run("there", "tenant", "export", "acme", archive.toString()))
                .as("%s", err)
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThat(run("here", "tenant", "import", archive.toString(), "--slug", "acme-here"))
                .as("%s", err)
                .isZero();

        assertThat(out.toString().lines())
                .last()
                .asString()
                .matches("acme-here is here: \\d+ rows; 1 new users, 1 who were here before");
        on("here", useCases -> {
            UseCasesForTests.signIn(useCases, "ada@acme.example");
            UseCasesForTests.signIn(useCases, "grace@both.example");
            assertThat(chain(useCases).broken()).isEmpty();
            assertThat(chain(useCases).events()).isGreaterThan(1);
        });
        assertThat(postgres.askIn(
                        "here",
                        "select string_agg(u.email || ' ' || n.text, ',') from tenant_acme_here.note n join tenantry.app_user u on"
                                + " u.id = n.author"))
                .isEqualTo("grace@both.example by grace\n\ttwo lines");
        assertThat(postgres.askIn(
                        "here",
                        "select count(*)::text from tenantry.membership m join tenantry.tenant t on t.id = m.tenant_id"
                                + " where t.slug = 'acme-here'"))
                .isEqualTo("2");
        assertThat(postgres.askIn("here", "select host from tenantry.tenant_domain where host ~ 'acme'"))
                .isEqualTo("acme-here.localhost");
        assertThat(verified("ada@acme.example")).isEqualTo("false");
        assertThat(verified("grace@both.example")).isEqualTo("true");
        assertThat(run("here", "tenant", "import", archive.toString())).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("tenantry: this tenant is here already, by its id");
    }

    @Test
    void an_archive_that_is_there_is_overwritten_by_force_alone_and_what_failed_leaves_none() throws IOException {
        Path archive = Files.writeString(folder.resolve("kept.zip"), "kept");

        assertThat(run("there", "tenant", "export", "acme", archive.toString())).isEqualTo(1);
        assertThat(archive).hasContent("kept");
        assertThat(run("there", "tenant", "export", "acme", archive.toString(), "--force"))
                .isZero();
        assertThat(run(
                        "there",
                        "tenant",
                        "export",
                        "absent",
                        folder.resolve("absent.zip").toString()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("--force overwrites it", "no tenant has the slug absent");
        assertThat(folder.resolve("absent.zip")).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(left -> left.toString().endsWith(".part"));
        }
    }

    @Test
    void addresses_arrive_verified_only_by_an_option_of_its_own() throws IOException {
        Path archive = folder.resolve("trusted.zip");

        assertThat(run("there", "tenant", "export", "trusted", archive.toString()))
                .as("%s", err)
                .isZero();
        assertThat(run("here", "tenant", "import", archive.toString(), "--trust-addresses"))
                .as("%s", err)
                .isZero();

        assertThat(verified("tess@trusted.example")).isEqualTo("true");
    }

    private static String verified(String email) {
        return postgres.askIn(
                "here",
                "select (email_verified_at is not null)::text from tenantry.app_user where email = '" + email + "'");
    }

    private static AuditChain chain(UseCases useCases) {
        return useCases.audit().verifyAudit().verify(new Slug("acme-here"));
    }

    private static void on(String database, Consumer<UseCases> work) {
        try (Installation installation = Installation.open(Configuration.load(settings(database), folder))) {
            installation.migrate();
            work.accept(installation.tenantry().useCases());
        }
    }

    private int run(String database, String... arguments) {
        return new CommandLineInterface(
                        settings(database), folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private static Map<String, String> settings(String database) {
        return Map.of(
                "DATABASE_URL",
                postgres.url(database, database + "-password", database),
                "TENANTRY_SECRET",
                SECRET,
                "TENANTRY_TENANT_MIGRATIONS",
                folder.resolve("scripts").toString(),
                "TENANTRY_BCRYPT_COST",
                "4");
    }
}
