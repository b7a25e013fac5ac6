package io.tenantry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresDatabaseIT {

    @TempDir
    static Path binaries;

    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void share_the_programs() throws IOException {
        folder = DataFolder.at(temp.resolve("data"));
        Files.createSymbolicLink(folder.path().resolve("binaries"), binaries);
    }

    @AfterEach
    void part_from_the_programs() throws IOException {
        Files.delete(folder.path().resolve("binaries"));
    }

    @Test
    void what_was_written_is_there_at_the_next_start() throws SQLException {
        try (EmbeddedPostgresDatabase first = EmbeddedPostgresDatabase.open(folder)) {
            run(first.ownerUrl(), "create table kept as select 42 as answer");
        }
        try (EmbeddedPostgresDatabase second = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(ask(second.ownerUrl(), "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void it_is_durable() throws SQLException {
        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(ask(database.serverUrl(), "show " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void it_listens_on_loopback_only() throws SQLException {
        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(ask(database.serverUrl(), "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(folder.path().resolve("postgres/postgresql.conf"))
                    .content()
                    .contains("unix_socket_directories = ''\n");
        }
    }

    @Test
    void R6_3_2_nobody_gets_in_without_the_password() {
        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            String address = database.serverUrl().replaceFirst("\\?.*", "");
            for (String user : new String[] {"postgres", "tenantry_owner", "tenantry_app"}) {
                for (String password : new String[] {"", "postgres", user}) {
                    assertThatThrownBy(() -> DriverManager.getConnection(address, user, password))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("password");
                }
            }
        }
    }

    @Test
    void the_servers_role_is_no_superuser_and_owns_nothing() throws SQLException {
        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(ask(database.serverUrl(), "select current_user")).isEqualTo(database.serverRole());
            assertThat(
                            ask(
                                    database.serverUrl(),
                                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(
                            database.serverUrl(),
                            "select count(*) from pg_database where datdba = current_user::regrole"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> run(database.serverUrl(), "create schema mine"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void its_files_are_for_its_user_alone() throws IOException {
        EmbeddedPostgresDatabase.open(folder).close();

        assertThat(mode("postgres.passwords")).isEqualTo("rw-------");
        assertThat(mode("postgres")).isEqualTo("rwx------");
        assertThat(folder.path().resolve("initdb.password")).doesNotExist();
    }

    @Test
    void a_making_that_was_cut_short_is_begun_anew() throws IOException, SQLException {
        Files.writeString(folder.folder("postgres.new").resolve("PG_VERSION"), "18\n");
        Files.createDirectories(folder.path().resolve("postgres.new/base/1"));

        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(ask(database.serverUrl(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_process_that_was_left_behind_is_taken_over_with_its_data() throws SQLException {
        Cluster left = Cluster.in(folder);
        ClusterConnections connections = left.run();
        ClusterRoles.ensure(connections);
        run(connections.url(ClusterRole.OWNER), "create table kept as select 42 as answer");
        long process =
                Postmaster.of(folder.path().resolve("postgres")).orElseThrow().pid();

        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(Postmaster.of(folder.path().resolve("postgres")).map(Postmaster::pid))
                    .contains(process);
            assertThat(ask(database.ownerUrl(), "select answer from kept")).isEqualTo("42");
        }
        assertThat(Postmaster.of(folder.path().resolve("postgres"))).isEmpty();
    }

    @Test
    void a_number_of_a_process_that_is_now_another_program_holds_nothing_up() throws IOException, SQLException {
        EmbeddedPostgresDatabase.open(folder).close();
        long other = ProcessHandle.current().pid();
        Files.writeString(
                folder.path().resolve("postgres/postmaster.pid"),
                other + "\n" + folder.path().resolve("postgres") + "\n0\n1\n\n127.0.0.1\n");

        try (EmbeddedPostgresDatabase database = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(ask(database.serverUrl(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_cluster_of_another_version_is_refused_in_one_line() throws IOException {
        EmbeddedPostgresDatabase.open(folder).close();
        Files.writeString(folder.path().resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgresDatabase.open(folder))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("is of PostgreSQL 17")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_cluster_without_its_passwords_is_refused_in_one_line() throws IOException {
        EmbeddedPostgresDatabase.open(folder).close();
        Files.delete(folder.path().resolve("postgres.passwords"));

        assertThatThrownBy(() -> EmbeddedPostgresDatabase.open(folder))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("restore postgres.passwords");
    }

    @Test
    void a_start_that_fails_tells_why_in_one_line_and_gives_the_folder_back() throws IOException {
        EmbeddedPostgresDatabase.open(folder).close();
        Path control = folder.path().resolve("postgres/global/pg_control");
        Path aside = temp.resolve("pg_control");
        Files.move(control, aside);
        assertThatThrownBy(() -> EmbeddedPostgresDatabase.open(folder))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("did not start")
                .hasMessageNotContaining("\n");
        Files.move(aside, control);

        EmbeddedPostgresDatabase.open(folder).close();

        assertThat(EmbeddedPostgresDatabase.existsIn(folder.path())).isTrue();
    }

    @Test
    void one_process_opens_it_once_at_a_time() {
        try (EmbeddedPostgresDatabase first = EmbeddedPostgresDatabase.open(folder)) {
            assertThat(first.serverUrl()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedPostgresDatabase.open(folder)).isInstanceOf(DatabaseFailure.class);
        }
    }

    @Test
    void no_secret_shows_in_its_text() {
        ClusterPasswords passwords = ClusterPasswords.make(folder);

        assertThat(passwords).hasToString("ClusterPasswords[redacted]");
        assertThat(new ClusterConnections(1, passwords).toString()).doesNotContain(passwords.of(ClusterRole.APP));
    }

    @Test
    void there_is_no_data_before_the_first_start() {
        assertThat(EmbeddedPostgresDatabase.existsIn(folder.path())).isFalse();
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.path().resolve(name)));
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
