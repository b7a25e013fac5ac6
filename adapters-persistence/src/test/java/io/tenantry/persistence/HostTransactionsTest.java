package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.tenant.TenantId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's own work in a tenant, on a pool of one connection: whatever it does there, the next one finds nothing of it. */
class HostTransactionsTest {

    private static final String STATE = "select coalesce(current_setting('tenantry.tenant', true), '')"
            + " || '|' || coalesce(current_setting('tenantry.scope', true), '') || '|' || current_setting('search_path')";
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    @TempDir
    static Path folder;

    private static PersistenceForTests persistence;
    private static TenantId first;
    private static TenantId second;

    /** What a host's own SQL object looks like. */
    public interface Notes {

        @SqlQuery("select text from note order by text")
        List<String> all();
    }

    @BeforeAll
    static void register_two() {
        new HostFiles(folder)
                .write("V1__note.sql", "create table note (text text primary key)")
                .migrations(DATABASE)
                .migrate();
        persistence = PersistenceForTests.on(DATABASE, 1);
        first = Registration.by(persistence.ports()).tenant().id();
        second = Registration.by(persistence.ports()).tenant().id();
    }

    @AfterEach
    void nothing_is_left_on_the_connection() throws SQLException {
        assertThat(persistence.pool().getHikariPoolMXBean().getActiveConnections())
                .isZero();
        assertThat(Sql.value(persistence.pool(), STATE)).isEqualTo("||\"$user\", public");
        for (TenantId tenant : List.of(first, second)) {
            in(tenant, handle -> handle.execute("delete from note"));
        }
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void what_returns_is_committed_in_that_tenant_alone() {
        in(first, handle -> handle.execute("insert into note values ('one')"));

        assertThat(notes(first)).containsExactly("one");
        assertThat(notes(second)).isEmpty();
        List<String> attached = in(first, handle -> handle.attach(Notes.class).all());
        assertThat(attached).containsExactly("one");
    }

    @Test
    void what_throws_is_rolled_back_and_what_it_threw_is_thrown_on() {
        Exception own = new Exception("the host's own");

        assertThatThrownBy(() -> persistence.ports().inTenant(first, handle -> {
                    handle.execute("insert into note values ('one')");
                    throw own;
                }))
                .isSameAs(own);
        assertThatThrownBy(() -> in(first, handle -> handle.execute("insert into nowhere values (1)")))
                .isInstanceOf(JdbiException.class);

        assertThat(notes(first)).isEmpty();
    }

    @Test
    void a_connection_serves_as_well() throws SQLException {
        persistence.ports().connectionInTenant(first, connection -> {
            try (Statement statement = connection.createStatement()) {
                Savepoint savepoint = connection.setSavepoint();
                statement.execute("insert into note values ('one')");
                connection.rollback(savepoint);
                statement.execute("insert into note values ('two')");
            }
            connection.close();
            return connection.isClosed();
        });

        assertThat(notes(first)).containsExactly("two");
    }

    @Test
    void RMT_another_tenants_rows_are_not_seen_by_their_full_name_either() {
        in(first, handle -> handle.execute("insert into note values ('secret')"));
        String schema = in(
                first,
                handle -> handle.select("select current_schema()")
                        .mapTo(String.class)
                        .one());

        int seen = in(
                second,
                handle -> handle.select("select count(*) from " + schema + ".note")
                        .mapTo(Integer.class)
                        .one());
        assertThat(seen).isZero();
    }

    @Test
    void a_tenant_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> in(new TenantId(UUID.randomUUID()), handle -> 1))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void neither_a_use_case_nor_another_tenant_can_be_reached_from_within() {
        assertThatThrownBy(() -> in(first, handle -> notes(second))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> persistence.ports().transactions().inTenant(second, () -> notes(first)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_error_that_was_passed_over_commits_nothing() {
        assertThatThrownBy(() -> in(first, handle -> {
                    handle.execute("insert into note values ('one')");
                    assertThatThrownBy(() -> handle.execute("select 1 / 0")).isInstanceOf(JdbiException.class);
                    return 1;
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(notes(first)).isEmpty();
    }

    @Test
    void who_tries_to_end_the_transaction_is_told_and_nothing_is_committed_even_if_they_pass_it_over() {
        for (Misuse misuse : List.<Misuse>of(
                Connection::commit,
                Connection::rollback,
                connection -> connection.setAutoCommit(true),
                connection -> connection.setSchema("public"),
                connection -> connection.abort(Runnable::run))) {
            assertThatThrownBy(() -> persistence.ports().connectionInTenant(first, connection -> {
                        insert(connection);
                        assertThatThrownBy(() -> misuse.on(connection))
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining("must neither end it");
                        return 1;
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(notes(first)).isEmpty();
        }
    }

    @Test
    void a_handle_can_neither_be_committed_nor_closed() {
        for (HandleCallback<Handle, RuntimeException> misuse :
                List.<HandleCallback<Handle, RuntimeException>>of(Handle::commit, Handle::rollback, handle -> {
                    handle.close();
                    return handle;
                })) {
            assertThatThrownBy(() -> in(first, handle -> {
                        handle.execute("insert into note values ('one')");
                        return misuse.withHandle(handle);
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThat(notes(first)).isEmpty();
        }
    }

    @Test
    void RMT_statements_that_end_the_transaction_or_leave_the_tenant_are_found_out_and_leave_nothing_behind() {
        for (List<String> misuse : List.of(
                List.of("commit"),
                List.of("rollback"),
                List.of("commit", "begin"),
                List.of("commit", "set tenantry.scope = 'all'"),
                List.of("commit", "set tenantry.tenant = '" + second + "'", "set search_path = public"),
                List.of("set tenantry.tenant = '" + second + "'"),
                List.of("set local tenantry.tenant = '" + second + "'"),
                List.of("select set_config('tenantry.scope', 'all', false)"),
                List.of("reset all"))) {
            assertThatThrownBy(() -> in(
                            first,
                            handle -> misuse.stream().map(handle::execute).toList()))
                    .as("%s", misuse)
                    .isInstanceOf(IllegalStateException.class);
            assertLeft();
        }
    }

    @Test
    void RMT_so_are_those_after_which_the_work_throws() {
        for (String misuse : List.of(
                "set tenantry.scope = 'all'", "set tenantry.tenant = '" + second + "'", "set search_path = public")) {
            assertThatThrownBy(() -> in(first, handle -> {
                        handle.execute("commit");
                        handle.execute(misuse);
                        handle.execute("commit");
                        throw new IllegalArgumentException();
                    }))
                    .as(misuse)
                    .isInstanceOf(IllegalArgumentException.class);
            assertLeft();
        }
    }

    @Test
    void RMT_what_is_set_for_the_whole_session_to_what_it_is_does_not_stay() {
        in(first, handle -> handle.execute("set tenantry.tenant = '" + first + "'; set search_path = public"));

        assertLeft();
    }

    private static void assertLeft() {
        try {
            assertThat(Sql.value(persistence.pool(), STATE)).isEqualTo("||\"$user\", public");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> notes(TenantId tenant) {
        return in(
                tenant,
                handle -> handle.select("select text from note")
                        .mapTo(String.class)
                        .list());
    }

    private static <T> T in(TenantId tenant, HandleCallback<T, RuntimeException> work) {
        return persistence.ports().inTenant(tenant, work);
    }

    private static void insert(Connection connection) throws SQLException {
        execute(connection, "insert into note values ('one')");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What must not be done to a connection that is lent. */
    @FunctionalInterface
    private interface Misuse {
        void on(Connection connection) throws SQLException;
    }
}
