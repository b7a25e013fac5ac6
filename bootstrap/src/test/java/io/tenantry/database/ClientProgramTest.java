package io.tenantry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientProgramTest {

    @TempDir
    Path folder;

    @Test
    void one_that_is_older_than_the_server_is_refused_with_what_to_install() throws IOException {
        program("exit 0");

        assertThatThrownBy(() -> ClientProgram.find("pg_dump", 17, Optional.of(folder)))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessage(
                        "pg_dump of PostgreSQL 17 or newer is needed (there is only 16): install postgresql-client-17, or name"
                                + " the folder of its programs in TENANTRY_PG_BIN");
        assertThatThrownBy(() -> ClientProgram.find("pg_restore", 17, Optional.of(folder)))
                .hasMessageContaining("(there is none)");
    }

    @Test
    void it_knows_nothing_of_this_process_but_what_finding_files_takes() throws IOException {
        program("env");
        List<String> lines = new ArrayList<>();

        ClientProgram.find("pg_dump", 15, Optional.of(folder)).run(Map.of("PGUSER", "ada"), lines::add);

        assertThat(lines).contains("PGUSER=ada", "LC_ALL=C");
        assertThat(lines)
                .allMatch(line -> line.matches(
                        "(PATH|HOME|TMPDIR|LD_LIBRARY_PATH|PGPASSFILE|LC_ALL|PGUSER|PWD|SHLVL|_|OLDPWD)=.*"));
    }

    @Test
    void of_what_went_wrong_only_the_error_and_the_hint_are_told() throws IOException {
        program("""
                echo 'pg_dump: error: out of locks' >&2
                echo 'DETAIL: Key (email)=(ada@host.example)' >&2
                echo 'HINT:  raise them' >&2
                exit 3""");

        assertThatThrownBy(() ->
                        ClientProgram.find("pg_dump", 16, Optional.of(folder)).run(Map.of(), line -> {}))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessage("pg_dump: error: out of locks; HINT:  raise them");
    }

    @Test
    void one_that_fails_without_a_word_is_told_by_its_status() throws IOException {
        program("exit 7");

        assertThatThrownBy(() ->
                        ClientProgram.find("pg_dump", 16, Optional.of(folder)).run(Map.of(), line -> {}))
                .hasMessage("pg_dump ended with status 7");
    }

    private void program(String does) throws IOException {
        Path file = folder.resolve("pg_dump");
        Files.writeString(
                file,
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) 16.4'; exit 0; fi\n" + does
                        + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
