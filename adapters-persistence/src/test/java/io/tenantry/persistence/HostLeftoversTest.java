package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.TenantId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/** What a session keeps beyond its transactions: one tenant's work must not hand it to the next one's, on a pool of one connection. */
class HostLeftoversTest {

    private static final String SESSION = """
            select concat_ws('|', current_setting('application_name'), current_setting('extra_float_digits'),
                             current_setting('TimeZone'), current_setting('DateStyle'), current_setting('search_path'),
                             current_setting('statement_timeout'), current_setting('role'),
                             coalesce(current_setting('app.person', true), ''),
                             (select count(*) from pg_class where relnamespace = pg_my_temp_schema()),
                             (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()),
                             (select count(*) from pg_listening_channels()),
                             (select count(*) from pg_cursors where is_holdable))""";

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests persistence;
    private static TenantId tenant;

    @BeforeAll
    static void open() {
        persistence = PersistenceForTests.on(DATABASE, 1);
        tenant = Registration.by(persistence.ports()).tenant().id();
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temporary table secret as select 'x' as text",
                "create temporary table secret (id int primary key deferrable initially deferred);"
                        + " insert into pg_temp.secret values (1)",
                "create temporary table secret as select 1; declare open cursor for select * from pg_temp.secret",
                "create function pg_temp.secret() returns int language sql as 'select 1';"
                        + " create temporary sequence secret_id",
                "set app.person = 'ada'",
                "set statement_timeout = '1h'; set time zone 'Asia/Tokyo'; set application_name = 'ada'",
                "set role current_user_here",
                "listen secret",
                "select pg_advisory_lock(7)",
                "declare held cursor with hold for select 1"
            })
    void RMT_nothing_of_a_tenants_work_stays_on_the_connection_whether_it_returns_or_throws(String sql)
            throws SQLException {
        String work =
                sql.replace("current_user_here", Sql.value(persistence.pool(), "select quote_ident(current_user)"));
        String before = Sql.value(persistence.pool(), SESSION);

        in(handle -> handle.execute(work));
        assertThat(Sql.value(persistence.pool(), SESSION)).isEqualTo(before);

        assertThatThrownBy(() -> in(handle -> {
                    handle.execute(work);
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Sql.value(persistence.pool(), SESSION)).isEqualTo(before);

        assertThatThrownBy(() -> in(handle -> {
                    handle.execute(work);
                    handle.execute("commit");
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Sql.value(persistence.pool(), SESSION)).isEqualTo(before);
    }

    @Test
    void temporary_tables_serve_within_the_work_and_its_connection_is_used_again() throws SQLException {
        String backend = Sql.value(persistence.pool(), "select pg_backend_pid()");

        for (int round = 0; round < 10; round++) {
            int sum = in(handle -> {
                handle.execute("create temporary table number as select generate_series(1, 3) as n");
                return handle.select(
                                "select sum(n) from pg_temp.number where n = any(?)", (Object) new Integer[] {1, 2})
                        .mapTo(Integer.class)
                        .one();
            });
            assertThat(sum).isEqualTo(3);
        }

        assertThat(Sql.value(persistence.pool(), "select pg_backend_pid()")).isEqualTo(backend);
    }

    @Test
    void RMT_whatever_leads_back_to_the_connection_leads_to_the_one_that_is_lent() throws SQLException {
        for (Detour detour : List.<Detour>of(
                connection -> connection.createStatement().getConnection(),
                connection -> connection.prepareStatement("select 1").getConnection(),
                connection -> connection.prepareCall("select 1").getConnection(),
                connection -> connection.getMetaData().getConnection(),
                connection ->
                        connection.getMetaData().getSchemas().getStatement().getConnection(),
                connection -> result(connection).getStatement().getConnection(),
                connection -> arrayOf(connection).getResultSet().getStatement().getConnection(),
                connection -> connection.unwrap(Connection.class))) {
            assertThatThrownBy(() -> persistence.ports().connectionInTenant(tenant, connection -> {
                        Connection reached = detour.from(connection);
                        assertThat(reached).isSameAs(connection).isEqualTo(connection);
                        assertThatThrownBy(reached::commit).hasMessageContaining("must neither end it");
                        return 1;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void RMT_the_drivers_own_connection_is_not_handed_out() throws SQLException {
        persistence.ports().connectionInTenant(tenant, connection -> {
            Statement statement = connection.createStatement();
            DatabaseMetaData data = connection.getMetaData();
            assertThat(connection.isWrapperFor(PgConnection.class)).isFalse();
            assertThat(statement.isWrapperFor(PreparedStatement.class)).isFalse();
            for (Class<?> type : List.of(PgConnection.class, PGConnection.class)) {
                assertThatThrownBy(() -> connection.unwrap(type)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> statement.unwrap(type)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> data.unwrap(type)).isInstanceOf(SQLException.class);
            }
            return statement.unwrap(Statement.class);
        });
    }

    private static <T> T in(HandleCallback<T, RuntimeException> work) {
        return persistence.ports().inTenant(tenant, work);
    }

    private static ResultSet result(Connection connection) throws SQLException {
        return connection.createStatement().executeQuery("select array[1, 2]");
    }

    private static Array arrayOf(Connection connection) throws SQLException {
        ResultSet row = result(connection);
        row.next();
        return row.getArray(1);
    }

    /** A way from a connection to a connection. */
    @FunctionalInterface
    private interface Detour {
        Connection from(Connection connection) throws SQLException;
    }
}
