package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.invitation.InvitationFixture;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.TenantId;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server's role can and cannot do with bare SQL, as somebody would who found a hole in the server. */
class RowSecurityTest {

    private static final List<String> WALLED = List.of("membership", "tenant_domain", "domain_claim", "invitation");
    private static final String NOTHING_SET = "set local tenantry.scope = ''";
    private static final String ALL_TENANTS = "set local tenantry.scope = 'all'";
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();
    private static final DataSource SERVER = DATABASE.server();

    private static PersistenceForTests persistence;
    private static Registration own;
    private static Registration other;

    @BeforeAll
    static void registerTwo() {
        persistence = PersistenceForTests.on(DATABASE, 2);
        own = registered();
        other = registered();
    }

    private static Registration registered() {
        PostgresPersistence ports = persistence.ports();
        Registration registration = Registration.by(ports);
        TenantId tenant = registration.tenant().id();
        ports.transactions().inTenant(tenant, () -> {
            ports.domainClaims().keep(DomainFixture.claimOf(tenant, DomainFixture.aHost()));
            return ports.invitations().add(InvitationFixture.to(tenant));
        });
        return registration;
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void RMT_with_nothing_set_there_is_no_row() throws SQLException {
        for (String table : WALLED) {
            assertThat(count(SERVER, table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void RMT_with_a_tenant_set_there_are_its_rows_alone() throws SQLException {
        for (String table : WALLED) {
            assertThat(Sql.query(SERVER, inScopeOf(own), "select tenant_id from tenantry." + table))
                    .as(table)
                    .containsExactly(own.tenant().id().toString());
        }
    }

    @Test
    void RMT_the_scope_of_all_tenants_must_be_asked_for_by_its_very_word() throws SQLException {
        for (String table : WALLED) {
            assertThat(count(SERVER, table, "set local tenantry.scope = 'all'")).isEqualTo("2");
            assertThat(count(SERVER, table, "set local tenantry.scope = 'ALL'")).isEqualTo("0");
            assertThat(count(SERVER, table, "set local tenantry.scope = 'true'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void RMT_the_walls_hold_for_the_owner_of_the_tables_too() throws SQLException {
        for (String table : WALLED) {
            assertThat(count(DATABASE.owner(), table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void RMT_rows_of_another_tenant_can_be_neither_added_nor_changed_nor_given_away() throws SQLException {
        String add = "insert into tenantry.membership values ('%s', '%s', 'owner', now(), null)"
                .formatted(other.tenant().id(), own.owner().id());
        String giveAway =
                "update tenantry.membership set tenant_id = '" + other.tenant().id() + "'";
        String change = "update tenantry.membership set role = 'member' where user_id = '"
                + other.owner().id() + "' returning 1";

        assertRefused(inScopeOf(own), add);
        assertRefused(inScopeOf(own), giveAway);
        // The owner may change that column: here it is the wall itself that holds.
        assertRefused(DATABASE.owner(), inScopeOf(own), giveAway);
        assertThat(Sql.query(SERVER, inScopeOf(own), change)).isEmpty();
    }

    @Test
    void RMT_domains_claims_and_invitations_of_another_tenant_can_be_neither_added_nor_changed() throws SQLException {
        for (String scope : List.of(NOTHING_SET, inScopeOf(own))) {
            assertRefused(
                    scope,
                    "insert into tenantry.tenant_domain values ('x.localhost', '%s', false, now())"
                            .formatted(other.tenant().id()));
            assertRefused(
                    scope,
                    "insert into tenantry.domain_claim values ('%s', 'x.localhost', repeat('x', 32), now())"
                            .formatted(other.tenant().id()));
            assertRefused(
                    scope,
                    "insert into tenantry.invitation values (gen_random_uuid(), '%s', 'a@b.example', 'a@b.example', 'owner',"
                                    .formatted(other.tenant().id())
                            + " sha256('x'), 'pending', null, true, now(), now())");
            assertThat(Sql.query(
                            SERVER, scope, "update tenantry.domain_claim set challenge = repeat('x', 32)" + ofOther()))
                    .isEmpty();
            assertThat(Sql.query(SERVER, scope, "update tenantry.invitation set status = 'accepted'" + ofOther()))
                    .isEmpty();
        }
    }

    @Test
    void RMT_rows_of_another_tenant_can_not_be_deleted() throws SQLException {
        for (String scope : List.of(NOTHING_SET, inScopeOf(own))) {
            for (String table : WALLED) {
                assertThat(Sql.query(SERVER, scope, "delete from tenantry." + table + ofOther()))
                        .as(table)
                        .isEmpty();
            }
        }
        for (String table : WALLED) {
            assertThat(count(SERVER, table, inScopeOf(other))).as(table).isEqualTo("1");
        }
    }

    @Test
    void RMT_a_schema_is_dropped_in_the_scope_of_its_tenant_or_of_all_and_never_while_the_tenant_is_active()
            throws SQLException {
        Registration gone = registered();
        String drop = "select tenantry.drop_tenant_schema('%s')"
                .formatted(gone.tenant().id());
        String schemas = "select count(*) from pg_namespace";
        String before = Sql.value(SERVER, schemas);
        assertRefused(inScopeOf(gone), drop);
        assertRefused(ALL_TENANTS, drop);
        Sql.query(
                SERVER,
                "update tenantry.tenant set status = 'suspended' where slug = '"
                        + gone.tenant().slug() + "'");
        assertRefused(drop);
        assertRefused(inScopeOf(own), drop);
        assertRefused(ALL_TENANTS, "select tenantry.drop_tenant_schema(gen_random_uuid())");
        assertRefused(ALL_TENANTS, "select tenantry.drop_tenant_schema(null)");
        assertThat(Sql.value(SERVER, schemas)).isEqualTo(before);

        Sql.query(SERVER, inScopeOf(gone), drop);
        Sql.query(SERVER, inScopeOf(gone), drop);

        assertThat(Sql.value(SERVER, "select %s - count(*) from pg_namespace".formatted(before)))
                .isEqualTo("1");
        assertThat(Sql.value(SERVER, "select to_regnamespace('" + gone.tenant().schema() + "') is null"))
                .isEqualTo("t");
    }

    @Test
    void the_row_of_a_tenant_whose_schema_is_there_cannot_be_deleted() {
        assertThatThrownBy(() -> Sql.query(
                        SERVER,
                        ALL_TENANTS,
                        "update tenantry.tenant set owner_id = null",
                        "delete from tenantry.invitation",
                        "delete from tenantry.domain_claim",
                        "delete from tenantry.tenant_domain",
                        "delete from tenantry.membership",
                        "delete from tenantry.tenant"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("tenant_schema");
    }

    @Test
    void what_is_no_uuid_is_no_scope() {
        assertThatThrownBy(() ->
                        Sql.query(SERVER, "set local tenantry.tenant = 'x'' or true'", "table tenantry.membership"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("uuid");
    }

    @Test
    void RMT_the_server_can_neither_make_nor_drop_a_schema() {
        assertRefused("create schema mine");
        assertRefused("create schema tenant_mine");
        assertRefused("drop schema " + own.tenant().schema() + " cascade");
        assertRefused("drop schema tenantry cascade");
    }

    @Test
    void RMT_the_server_can_make_or_drop_no_table_of_a_tenant_or_the_control_plane() {
        assertRefused("create table " + own.tenant().schema() + ".mine (x int)");
        assertRefused("drop table " + own.tenant().schema() + ".setting");
        assertRefused("create table tenantry.mine (x int)");
        assertRefused("alter table tenantry.membership disable row level security");
        assertRefused("drop policy membership_in_scope on tenantry.membership");
        for (String table : WALLED) {
            assertRefused("truncate tenantry." + table);
        }
    }

    @Test
    void the_server_can_change_neither_the_scripts_nor_who_is_a_server_nor_the_ledger() {
        assertRefused("insert into tenantry.tenant_script values (9, 'x', 'x', 'drop schema tenantry cascade')");
        assertRefused("update tenantry.tenant_script set sql = 'drop schema tenantry cascade'");
        assertRefused("insert into tenantry.server_role values ('pg_monitor')");
        assertRefused("update tenantry.tenant_schema set version = 0");
    }

    @Test
    void the_server_cannot_call_the_functions_that_only_the_owner_needs() {
        assertRefused("select tenantry.apply_tenant_scripts('" + own.tenant().id() + "')");
        assertRefused("select tenantry.grant_tenant_schema('tenantry')");
    }

    @Test
    void RMT_a_schema_is_made_under_no_name_but_the_tenants_own() throws SQLException {
        String schemas = "select count(*) from pg_namespace";
        String before = Sql.value(SERVER, schemas);
        for (String name : List.of(
                "public",
                "pg_catalog",
                "information_schema",
                "tenantry",
                "",
                "tenant_x\"; drop schema tenantry cascade; --",
                "tenant_x''; drop schema tenantry cascade; --",
                "tenant_UPPER",
                "tenant_line\n",
                "tenant_" + "x".repeat(51),
                other.tenant().schema().value(),
                own.tenant().schema() + "_2")) {
            assertRefused(create(own, name));
        }
        assertRefused("select tenantry.create_tenant_schema('%s', null)"
                .formatted(own.tenant().id()));
        assertThat(Sql.value(SERVER, schemas)).isEqualTo(before);
    }

    @Test
    void a_schema_that_is_there_is_not_made_again() {
        assertThatThrownBy(() ->
                        Sql.query(SERVER, create(own, own.tenant().schema().value())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("already exists");
    }

    @Test
    void nobody_else_can_call_the_function_or_look_into_the_control_plane() throws SQLException {
        PostgresForTests.administer("do $$ begin create role tenantry_stranger login password 'only-for-tests';"
                + " exception when duplicate_object then null; end $$");
        DataSource stranger = ConnectionPools.direct(DATABASE.urlAs("tenantry_stranger"));

        assertThat(Sql.value(stranger, "select current_user")).isEqualTo("tenantry_stranger");
        for (String sql :
                List.of(create(own, "tenant_stranger"), "table tenantry.tenant", "table tenantry.credential")) {
            assertThatThrownBy(() -> Sql.query(stranger, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static String create(Registration registration, String name) {
        return "select tenantry.create_tenant_schema('%s', '%s')"
                .formatted(registration.tenant().id(), name.replace("'", "''"));
    }

    private static String ofOther() {
        return " where tenant_id = '" + other.tenant().id() + "' returning 1";
    }

    private static String inScopeOf(Registration registration) {
        return "set local tenantry.tenant = '" + registration.tenant().id() + "'";
    }

    private static String count(DataSource database, String table, String... before) throws SQLException {
        String count = "select count(*) from tenantry." + table;
        return before.length == 0 ? Sql.value(database, count) : Sql.value(database, before[0], count);
    }

    private static void assertRefused(String... statements) {
        assertRefused(SERVER, statements);
    }

    private static void assertRefused(DataSource database, String... statements) {
        assertThatThrownBy(() -> Sql.query(database, statements))
                .as(statements[statements.length - 1])
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
}
