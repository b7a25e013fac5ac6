package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientEnvironmentTest {

    @Test
    void a_program_is_told_what_the_url_says() {
        assertThat(variables("postgres://ada:p%40w@one.example:5433/shop?sslmode=require&sslrootcert=/ca.pem"))
                .isEqualTo(Map.of(
                        "PGHOST", "one.example",
                        "PGPORT", "5433",
                        "PGDATABASE", "shop",
                        "PGUSER", "ada",
                        "PGPASSWORD", "p@w",
                        "PGSSLMODE", "require",
                        "PGSSLROOTCERT", "/ca.pem",
                        "PGOPTIONS", "-c a.b=c"));
    }

    @Test
    void of_several_hosts_it_takes_the_one_that_can_be_written_to() {
        assertThat(variables("postgres://one,two:5433/shop"))
                .containsEntry("PGHOST", "one,two")
                .containsEntry("PGPORT", "5432,5433")
                .containsEntry("PGTARGETSESSIONATTRS", "read-write")
                .doesNotContainKeys("PGPASSWORD", "PGSSLMODE");
    }

    @Test
    void connections_begin_with_the_options() throws SQLException {
        ClientEnvironment environment =
                new ClientEnvironment(PostgresForTests.empty().owner(), "-c tenantry.scope=all");

        assertThat(Sql.value(environment.withOptions(), "select current_setting('tenantry.scope', true)"))
                .isEqualTo("all");
    }

    private static Map<String, String> variables(String url) {
        return new ClientEnvironment(ConnectionPools.direct(url), "-c a.b=c").variables();
    }
}
