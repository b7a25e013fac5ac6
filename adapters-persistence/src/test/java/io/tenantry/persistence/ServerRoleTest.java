package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ServerRoleTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    @Test
    void the_servers_role_is_bound_and_owns_nothing() {
        ServerRole role = ServerRole.of(DATABASE.server(), "tenantry");

        assertThat(role).isEqualTo(new ServerRole(PostgresForTests.SERVER, false, false, false));
        assertThatCode(role::requireBound).doesNotThrowAnyException();
    }

    @Test
    void the_owner_is_bound_and_owns_the_tables() {
        ServerRole role = ServerRole.of(DATABASE.owner(), "tenantry");

        assertThat(role).isEqualTo(new ServerRole(PostgresForTests.OWNER, false, false, true));
        assertThatCode(role::requireBound).doesNotThrowAnyException();
    }

    @Test
    void who_may_act_as_the_owner_counts_as_one() {
        makeRole("tenantry_deputy", "login password 'only-for-tests' in role " + PostgresForTests.OWNER);

        assertThat(ServerRole.of(ConnectionPools.direct(DATABASE.urlAs("tenantry_deputy")), "tenantry")
                        .ownsTables())
                .isTrue();
    }

    @Test
    void a_superuser_is_refused() {
        assertRefused(DATABASE.superuser(), "superuser");
    }

    @Test
    void a_role_that_bypasses_row_security_is_refused() {
        makeRole("tenantry_bypass", "login password 'only-for-tests' bypassrls");

        assertRefused(ConnectionPools.direct(DATABASE.urlAs("tenantry_bypass")), "BYPASSRLS");
    }

    @Test
    void a_database_that_does_not_answer_is_unavailable() {
        DataSource nowhere = ConnectionPools.direct("postgres://x:y@127.0.0.1:1/none");

        assertThatThrownBy(() -> ServerRole.of(nowhere, "tenantry")).isInstanceOf(Unavailable.class);
    }

    @Test
    void the_migrations_can_make_the_servers_role_where_the_owner_may() throws SQLException {
        Migrations byAdministrator = Migrations.of(DATABASE.superuser(), "tenantry", "tenantry_made");
        String secret = "only-for-tests";

        byAdministrator.createServerRole("another".toCharArray());
        byAdministrator.createServerRole(secret.toCharArray());

        ServerRole made = ServerRole.of(ConnectionPools.direct(DATABASE.urlAs("tenantry_made")), "tenantry");
        assertThat(made).isEqualTo(new ServerRole("tenantry_made", false, false, false));
        assertThat(Sql.value(DATABASE.superuser(), "select rolpassword from pg_authid where rolname = 'tenantry_made'"))
                .startsWith("SCRAM-SHA-256$");
    }

    @Test
    void an_owner_who_may_make_no_roles_is_told() {
        Migrations byOwner = Migrations.of(DATABASE.owner(), "tenantry", "tenantry_not_made");

        assertThatThrownBy(() -> byOwner.createServerRole("only-for-tests".toCharArray()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("tenantry_not_made")
                .hasMessageNotContaining("only-for-tests");
    }

    private void assertRefused(DataSource dataSource, String reason) {
        assertThatThrownBy(
                        () -> PersistenceForTests.builder(DATABASE, dataSource).open())
                .isInstanceOf(UnsafeServerRole.class)
                .hasMessageContaining(reason);
    }

    private static void makeRole(String name, String options) {
        PostgresForTests.administer("do $$ begin create role " + name + " " + options
                + "; exception when duplicate_object then null; end $$");
    }
}
