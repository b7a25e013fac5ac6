package io.tenantry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds for root and for everybody else. */
class PostgresUserTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<String> REFUSED = List.of("false");

    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void a_folder_that_every_user_can_reach() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = DataFolder.at(temp.resolve("data"));
    }

    @Test
    void programs_never_run_as_root() throws IOException {
        PostgresUser user = PostgresUser.of(folder, folder.path().resolve("postgres"));

        assertThat(whoAmI(user)).isNotEqualTo("root");
    }

    @Test
    void programs_never_run_as_root_where_a_namespace_is_refused_either() throws IOException {
        PostgresUser user = PostgresUser.of(folder, folder.path().resolve("postgres"), REFUSED);

        assertThat(whoAmI(user)).isNotEqualTo("root");
    }

    @Test
    void who_runs_the_programs_can_write_to_what_is_handed_over() throws IOException {
        PostgresUser user = PostgresUser.of(folder, folder.path().resolve("postgres"), REFUSED);
        Path cluster = folder.folder("postgres");
        Path file = Files.createFile(cluster.resolve("file"));

        user.own(cluster);
        user.mustReach(folder, cluster);

        assertThat(SystemCommand.succeeds(LIMIT, user.command(List.of("test", "-w", file.toString()))))
                .isTrue();
    }

    @Test
    void what_a_link_leads_to_is_not_handed_over() throws IOException {
        PostgresUser user = PostgresUser.of(folder, folder.path().resolve("postgres"), REFUSED);
        Path cluster = folder.folder("postgres");
        Path victim = Files.createFile(temp.resolve("victim"));
        Files.createSymbolicLink(cluster.resolve("link"), victim);
        UserPrincipal before = Files.getOwner(victim);

        user.own(cluster);

        assertThat(Files.getOwner(victim)).isEqualTo(before);
    }

    @Test
    void a_file_is_replaced_and_a_link_in_its_place_led_nowhere() throws IOException {
        PostgresUser user = PostgresUser.of(folder, folder.path().resolve("postgres"), REFUSED);
        Path cluster = folder.folder("postgres");
        Path victim = Files.writeString(temp.resolve("victim"), "untouched");
        Path file = Files.createSymbolicLink(cluster.resolve("postgresql.conf"), victim);
        user.own(cluster);
        user.mustReach(folder, cluster);

        user.replace(file, folder.write("postgresql.conf", "new"));

        assertThat(victim).hasContent("untouched");
        assertThat(file).hasContent("new");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void who_owns_a_cluster_runs_it() throws IOException {
        Path cluster = folder.folder("postgres");
        PostgresUser first = PostgresUser.of(folder, cluster, REFUSED);
        first.own(cluster);

        PostgresUser later = PostgresUser.of(folder, cluster);

        assertThat(whoAmI(later)).isEqualTo(whoAmI(first));
    }

    private static String whoAmI(PostgresUser user) throws IOException {
        return SystemCommand.run(LIMIT, user.command(List.of("id", "-un")))
                .output()
                .strip();
    }
}
