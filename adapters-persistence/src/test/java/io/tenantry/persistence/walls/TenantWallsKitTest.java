package io.tenantry.persistence.walls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.persistence.ConnectionCallback;
import io.tenantry.persistence.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit finds walls that have a hole, each by one of its tests; and where there is none it finds none. */
class TenantWallsKitTest {

    private static final String ENTER = "select set_config('tenantry.tenant', '%s', true)";

    @TempDir
    Path folder;

    private Homemade host;

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void where_there_is_no_hole_none_is_found() throws IOException {
        host = open(ENTER);

        assertThatCode(host::RMT_two_tenants_take_turns_on_one_connection_whatever_befalls_it_and_no_row_crosses)
                .doesNotThrowAnyException();
    }

    @Test
    void a_scope_that_outlives_its_transaction_is_found() throws IOException {
        host = open(ENTER.replace("true", "false"));

        assertThatThrownBy(host::RMT_two_tenants_take_turns_on_one_connection_whatever_befalls_it_and_no_row_crosses)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_tenant_who_is_in_the_scope_of_all_is_found() throws IOException {
        host = open(ENTER + "; set local tenantry.scope = 'all'");

        assertThatThrownBy(host::R8_4_1_a_full_name_of_another_tenants_table_shows_no_row_and_takes_none)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_table_without_row_security_is_found() throws IOException, SQLException {
        host = open(ENTER);
        for (Tenant tenant : host.tenants()) {
            Sql.query(
                    host.database().superuser(), "alter table " + host.tableOf(tenant) + " disable row level security");
        }

        assertThatThrownBy(host::RMT_two_tenants_take_turns_on_one_connection_whatever_befalls_it_and_no_row_crosses)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(host::RMT_without_a_tenant_or_with_a_scope_by_another_word_there_is_no_row)
                .isInstanceOf(AssertionError.class);
    }

    private Homemade open(String enter) throws IOException {
        Homemade made = new Homemade(enter);
        made.folder = folder;
        made.open();
        return made;
    }

    /** Tenants are entered by a statement of one's own. */
    private static final class Homemade extends HostTableWallsTest {

        private final String enter;

        Homemade(String enter) {
            this.enter = enter;
        }

        @Override
        protected <T> T inTenant(Tenant tenant, ConnectionCallback<T, SQLException> work) throws SQLException {
            try (Connection connection = pool().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(enter.formatted(tenant.id()) + "; set local search_path = \"" + tenant.schema()
                        + "\", pg_temp");
                T result = work.with(connection);
                requireSound(statement);
                connection.commit();
                return result;
            }
        }

        @Override
        protected int rounds() {
            return 90;
        }

        /** In a transaction that is spoilt this fails. */
        private static void requireSound(Statement statement) throws SQLException {
            statement.execute("select 1");
        }
    }
}
