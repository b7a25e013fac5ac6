package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.persistence.schema.FleetProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate} with the operator's own files for tenants' schemas, on an embedded database. */
class MigrateCommandIT {

    private static final Map<String, String> SETTINGS =
            Map.of("TENANTRY_BCRYPT_COST", "4", "TENANTRY_TENANT_MIGRATIONS", "sql");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_tenant_that_cannot_be_brought_up_is_named_and_all_else_goes_on() throws IOException {
        Files.createDirectory(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/V1__note.sql"), "create table note (text text)");
        assertThat(run("migrate")).isZero();
        Tenant broken = registerTwo();
        Files.writeString(folder.resolve("sql/V2__unique.sql"), "alter table note add unique (text)");

        assertThat(run("migrate", "--parallel", "2")).isEqualTo(1);

        assertThat(err.toString())
                .contains("all is up to date but these tenants' schemas")
                .contains("  " + broken.schema() + ": V2__unique.sql: could not create unique index");
        assertThat(run("tenants")).as("the others are served").isZero();
        inBroken(broken, "delete from note");
        assertThat(run("migrate", "--only-failed")).isZero();
        assertThat(run("migrate")).isZero();
    }

    @Test
    void a_file_that_cannot_be_run_is_named_in_one_line() throws IOException {
        Files.createDirectory(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/V1__note.sql"), "create table note (text text); commit");

        assertThat(run("migrate")).isEqualTo(1);

        assertThat(err.toString())
                .hasLineCount(1)
                .startsWith("tenantry: V1__note.sql: ")
                .contains("can neither end nor leave it");
    }

    @Test
    void how_many_at_a_time_is_a_number_from_1_to_64() throws IOException {
        Files.createDirectory(folder.resolve("sql"));

        assertThat(run("migrate", "--parallel", "0")).isEqualTo(2);
        assertThat(run("migrate", "--parallel", "65")).isEqualTo(2);
        assertThat(err.toString()).contains("--parallel: from 1 to 64 at a time");
    }

    @Test
    void a_bar_shows_how_far_it_is() {
        assertThat(MigrateCommand.bar(new FleetProgress(0, 0, 0))).isEmpty();
        assertThat(MigrateCommand.bar(new FleetProgress(499, 1, 1_000)))
                .isEqualTo(" [" + "#".repeat(15) + "-".repeat(15) + "] 500/1000, 1 failed");
        assertThat(MigrateCommand.bar(new FleetProgress(7, 0, 7))).isEqualTo(" [" + "#".repeat(30) + "] 7/7");
    }

    /** @return the one whose rows the next migration cannot bear */
    private Tenant registerTwo() {
        try (Installation installation = Installation.open(Configuration.load(SETTINGS, folder))) {
            var tenantry = installation.tenantry();
            RegisterTenant registerTenant = tenantry.useCases().tenants().registerTenant();
            Tenant broken = registerTenant.register(tenant("Ada")).tenant();
            registerTenant.register(tenant("Grace"));
            tenantry.inTenant(broken.id(), handle -> handle.execute("insert into note values ('a'), ('a')"));
            return broken;
        }
    }

    private void inBroken(Tenant broken, String sql) {
        try (Installation installation = Installation.open(Configuration.load(SETTINGS, folder))) {
            installation.tenantry().inTenant(broken.id(), handle -> handle.execute(sql));
        }
    }

    private int run(String... arguments) {
        return new CommandLineInterface(SETTINGS, folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private static RegisterTenant.Command tenant(String name) {
        return new RegisterTenant.Command(
                new TenantName(name),
                Optional.empty(),
                EmailAddress.of(name + "@x.example"),
                PersonName.NONE,
                new Password("correct horse battery"),
                Optional.empty(),
                Device.UNKNOWN);
    }
}
