package io.tenantry.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantMigrationsTest {

    @TempDir
    Path folder;

    @Test
    void files_are_run_in_the_order_of_their_versions_as_flyway_counts_them() throws IOException {
        write(
                "V10__e.sql",
                "V2_1__c.sql",
                "V1__a.sql",
                "V1.2__b.sql",
                "V2.10__d.sql",
                "R__z.sql",
                "R__a.sql",
                "V0__0.sql");

        TenantMigrations migrations = TenantMigrations.in(folder);

        assertThat(migrations.versioned())
                .extracting(HostScript::name)
                .containsExactly("V0__0.sql", "V1__a.sql", "V1.2__b.sql", "V2_1__c.sql", "V2.10__d.sql", "V10__e.sql");
        assertThat(migrations.versioned().get(3).version()).hasToString("Optional[2.1]");
        assertThat(migrations.repeatable()).extracting(HostScript::name).containsExactly("R__a.sql", "R__z.sql");
    }

    @Test
    void what_is_no_sql_file_of_the_folder_itself_is_passed_over() throws IOException {
        write("README.md", ".gitkeep", "V1__a.sql");
        Files.createDirectory(folder.resolve("older"));
        write("older/V1__a.sql");

        assertThat(TenantMigrations.in(folder).versioned()).hasSize(1);
    }

    @Test
    void a_name_that_says_no_version_is_refused() throws IOException {
        for (String name : List.of(
                "a.sql",
                "V__a.sql",
                "V1_a.sql",
                "v1__a.sql",
                "V1a__b.sql",
                "V1__a.SQL",
                "U1__a.sql",
                "V1__.sql",
                "V1..2__a.sql",
                "V-1__a.sql",
                "R_a.sql",
                "afterMigrate.sql",
                "V١__a.sql")) {
            write(name);
            assertRefused(name + " is not named as a migration");
            Files.delete(folder.resolve(name));
        }
        write("V1__" + "a".repeat(193) + ".sql");
        assertRefused("is not named as a migration");
    }

    @Test
    void two_files_of_one_version_are_refused_however_it_is_written() throws IOException {
        write("V1__a.sql", "V01.0__b.sql");

        assertRefused("there are two of one version");
    }

    @Test
    void how_a_file_was_checked_out_makes_no_difference() throws IOException {
        Files.write(folder.resolve("V1__a.sql"), "\uFEFFselect 1;\r\nselect 2;\r\n".getBytes(StandardCharsets.UTF_8));
        HostScript windows = TenantMigrations.in(folder).versioned().get(0);
        Files.write(folder.resolve("V1__a.sql"), "select 1;\nselect 2;\n".getBytes(StandardCharsets.UTF_8));

        assertThat(windows).isEqualTo(TenantMigrations.in(folder).versioned().get(0));
        assertThat(windows.checksum()).hasSize(64);
    }

    @Test
    void what_postgresql_could_not_take_is_refused() throws IOException {
        Files.write(folder.resolve("V1__a.sql"), new byte[] {'-', '-', (byte) 0xE9});
        assertRefused("V1__a.sql is not encoded in UTF-8");

        Files.write(folder.resolve("V1__a.sql"), new byte[] {'-', '-', 0});
        assertRefused("V1__a.sql holds a NUL");
    }

    @Test
    void what_is_too_large_is_refused() throws IOException {
        Files.write(folder.resolve("V1__a.sql"), new byte[(1 << 20) + 1]);
        assertRefused("V1__a.sql is larger than 1 MiB");

        byte[] largest = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (int version = 1; version <= 33; version++) {
            Files.write(folder.resolve("V" + version + "__a.sql"), largest);
        }
        assertRefused("larger than 32 MiB together");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> TenantMigrations.in(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none is no folder");
        assertThatThrownBy(() -> at("classpath:db/none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("classpath:db/none")
                .hasMessageContaining("no such folder");
    }

    @Test
    void files_are_found_on_the_class_path_in_folders_and_in_jars() throws IOException {
        Files.createDirectories(folder.resolve("classes/db/tenants"));
        write("classes/db/tenants/V1__a.sql");
        Path jar = folder.resolve("host.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : List.of("db/", "db/tenants/", "db/tenants/V2__b.sql", "db/tenants/old/V3__c.sql")) {
                out.putNextEntry(new JarEntry(entry));
                out.write(entry.endsWith("/") ? new byte[0] : "select 2".getBytes(StandardCharsets.UTF_8));
            }
        }
        URL[] classPath = {
            folder.resolve("classes").toUri().toURL(), jar.toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            assertThat(TenantMigrations.at("classpath:/db/tenants/", loader, folder)
                            .versioned())
                    .extracting(HostScript::name)
                    .containsExactly("V1__a.sql", "V2__b.sql");
        }
    }

    @Test
    void a_path_is_looked_up_in_the_folder_given() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        write("db/V1__a.sql");

        assertThat(at("db").versioned()).hasSize(1);
        assertThat(at("db").isEmpty()).isFalse();
        assertThat(TenantMigrations.NONE.isEmpty()).isTrue();
    }

    private TenantMigrations at(String location) {
        return TenantMigrations.at(location, TenantMigrationsTest.class.getClassLoader(), folder);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> TenantMigrations.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "select '" + name.length() + "'");
        }
    }
}
