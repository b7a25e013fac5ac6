package io.tenantry.persistence.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.persistence.ConnectionCallback;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Attacks the walls between two tenants at a table of the host's own: extend it in a test, say which table, and run it. It needs
 * JUnit Jupiter and AssertJ. Rows of the table are told apart by one text.
 *
 * <p>Thousands of transactions of both tenants take turns on one connection, many of them ended by an error, a timeout, a
 * cancellation, a lost connection; after each, the other tenant sees rows of its own alone, who has no tenant sees none, and
 * nothing is left set on the connection.
 */
public abstract class TenantWallsKit {

    private static final String STATE = "coalesce(current_setting('tenantry.tenant', true), '') || '|'"
            + " || coalesce(current_setting('tenantry.scope', true), '') || '|' || current_setting('search_path') || '|'"
            + " || current_setting('role') || '|' || current_setting('statement_timeout')";

    /** Of whoever lost the connection and is given another that was lost too. */
    private static final int TRIES = 10;

    private final Map<Tenant, Integer> committed = new HashMap<>();

    /** Two tenants, whose slugs are no beginnings of one another. Their tables hold no rows but the kit's. */
    protected abstract List<Tenant> tenants();

    /** Does the work in the tenant's scope, in a transaction on the one connection that there is: {@code tenantry.connectionInTenant}. */
    protected abstract <T> T inTenant(Tenant tenant, ConnectionCallback<T, SQLException> work) throws SQLException;

    /** The pool of one connection on which that is done. */
    protected abstract DataSource pool();

    /** Other connections, of the same role, straight to the database. */
    protected abstract DataSource direct();

    /** The table as it is named in the scope of a tenant. */
    protected abstract String table();

    /** The same table of a tenant, by its full name. */
    protected String tableOf(Tenant tenant) {
        return '"' + tenant.schema().value() + "\"." + table();
    }

    /** A statement that adds a row to the table that is given; its one parameter is the row's text. */
    protected abstract String insertInto(String table);

    /** A query that has one column, the texts of all rows of the table that is given. */
    protected abstract String selectFrom(String table);

    /** How many transactions attack. */
    protected int rounds() {
        return 10_000;
    }

    @Test
    void RMT_two_tenants_take_turns_on_one_connection_whatever_befalls_it_and_no_row_crosses() throws Exception {
        String untouched = state(direct());
        try (Attacker attacker = new Attacker(direct())) {
            for (int round = 0; round < rounds(); round++) {
                Attack attack = Attack.of(round);
                Tenant own = tenants().get(round % 2);
                attack(attacker, attack, own, text(own, round));
                assertNothingIsLeft(attack + " in round " + round, untouched);
                assertSeesOwnRowsAlone(tenants().get((round + 1) % 2));
            }
        }
        assertThat(committed).as("what was committed").hasSize(2);
    }

    @Test
    void R8_4_1_a_full_name_of_another_tenants_table_shows_no_row_and_takes_none() throws SQLException {
        for (int own = 0; own < 2; own++) {
            Tenant mine = tenants().get(own);
            Tenant others = tenants().get(1 - own);
            write(mine, text(mine, rounds() + own));
            assertThat(countIn(others, tableOf(mine), mine)).isZero();
            if (!tableOf(mine).equals(tableOf(others))) {
                assertThatThrownBy(() -> inTenant(others, connection -> {
                            insert(connection, tableOf(mine), text(mine, rounds() + 2));
                            return true;
                        }))
                        .hasStackTraceContaining("row-level security");
            }
        }
    }

    @Test
    void RMT_without_a_tenant_or_with_a_scope_by_another_word_there_is_no_row() throws SQLException {
        for (Tenant tenant : tenants()) {
            write(tenant, text(tenant, rounds() + 3));
            for (String scope : List.of(
                    "select 1",
                    "set local tenantry.tenant = ''",
                    "set local tenantry.tenant = '00000000-0000-0000-0000-000000000000'",
                    "set local tenantry.scope = 'ALL'",
                    "set local tenantry.scope = 'true'",
                    "set local search_path = \"" + tenant.schema() + "\"")) {
                assertThat(countUnder(scope, tableOf(tenant))).as(scope).isZero();
            }
        }
    }

    private void attack(Attacker attacker, Attack attack, Tenant own, String text) throws SQLException {
        boolean done = false;
        try {
            again(
                    () -> inTenant(own, connection -> {
                        insert(connection, table(), text);
                        assertThat(count(connection, table(), own, false))
                                .as("rows of others")
                                .isZero();
                        attacker.run(attack, connection);
                        return true;
                    }),
                    attack == Attack.NONE);
            done = true;
        } catch (SQLException | RuntimeException befell) {
            assertThat(attack).as(befell.toString()).isNotEqualTo(Attack.NONE);
        }
        assertThat(done).as(attack.name()).isEqualTo(attack == Attack.NONE);
        if (done) {
            committed.merge(own, 1, Integer::sum);
        }
    }

    private void assertNothingIsLeft(String after, String untouched) throws SQLException {
        again(
                () -> {
                    assertThat(state(pool())).as(after).isEqualTo(untouched);
                    return true;
                },
                true);
        for (Tenant tenant : tenants()) {
            assertThat(countUnder("select 1", tableOf(tenant))).as(after).isZero();
        }
    }

    private void assertSeesOwnRowsAlone(Tenant tenant) throws SQLException {
        again(
                () -> inTenant(tenant, connection -> {
                    assertThat(count(connection, table(), tenant, false))
                            .as("rows of others")
                            .isZero();
                    assertThat(count(connection, table(), tenant, true)).isEqualTo(committed.getOrDefault(tenant, 0));
                    return true;
                }),
                true);
    }

    /** Once more, if wanted, for whoever was given a connection that was lost before. */
    private static void again(Work work, boolean wanted) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (SQLException | Unavailable lost) {
                if (!wanted || attempt == TRIES) {
                    throw lost;
                }
            }
        }
    }

    private void write(Tenant tenant, String text) throws SQLException {
        again(
                () -> inTenant(tenant, connection -> {
                    insert(connection, table(), text);
                    return true;
                }),
                true);
        committed.merge(tenant, 1, Integer::sum);
    }

    private void insert(Connection connection, String table, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertInto(table))) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    private int countIn(Tenant scope, String table, Tenant whose) throws SQLException {
        return inTenant(scope, connection -> count(connection, table, whose, true));
    }

    /** @param theirs whether that tenant's rows are counted, or those of all others */
    private int count(Connection connection, String table, Tenant tenant, boolean theirs) throws SQLException {
        String sql = "select count(*) from (" + selectFrom(table) + ") found (text) where starts_with(text, ?) = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.slug().value() + ".");
            query.setBoolean(2, theirs);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private int countUnder(String setting, String table) throws SQLException {
        try (Connection connection = pool().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(setting);
            try (ResultSet row = statement.executeQuery("select count(*) from (" + selectFrom(table) + ") found")) {
                row.next();
                return row.getInt(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private static String state(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String text(Tenant tenant, int number) {
        return tenant.slug().value() + "." + number;
    }

    @FunctionalInterface
    private interface Work {

        Object run() throws SQLException;
    }
}
