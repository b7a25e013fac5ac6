package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.Tenant;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One connection, which every transaction gets in turn: nothing that one sets is there for the next. */
class PooledConnectionTest {

    private static final String STATE = "select coalesce(current_setting('tenantry.tenant', true), '')"
            + " || '|' || coalesce(current_setting('tenantry.scope', true), '') || '|' || current_setting('search_path')";
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests persistence;
    private static Registration first;
    private static Registration second;

    @BeforeAll
    static void registerTwo() {
        persistence = PersistenceForTests.on(DATABASE, 1);
        first = Registration.by(persistence.ports());
        second = Registration.by(persistence.ports());
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void RMT_two_tenants_that_alternate_with_refusals_and_errors_between_never_see_one_another() throws SQLException {
        for (int round = 0; round < 100; round++) {
            assertThat(tenantsSeenIn(first)).containsExactly(first.tenant());
            refusedIn(second);
            assertThat(tenantsSeenIn(second)).containsExactly(second.tenant());
            brokenIn(first);
            assertThat(seenOutside()).isEmpty();
            assertNothingIsSet();
        }
    }

    @Test
    void RMT_nothing_is_set_after_a_transaction_across_tenants() throws SQLException {
        List<TenantMembership> seen = persistence
                .ports()
                .transactions()
                .acrossTenants(
                        () -> persistence.ports().memberships().of(first.owner().id()));

        assertThat(seen).hasSize(1);
        assertNothingIsSet();
        assertThat(seenOutside()).isEmpty();
    }

    @Test
    void RMT_nothing_is_set_after_an_identity_was_read() throws SQLException {
        assertThat(persistence.ports().identities().of(first.owner().id()))
                .hasValueSatisfying(
                        identity -> assertThat(identity.memberships()).hasSize(1));

        assertNothingIsSet();
        assertThat(seenOutside()).isEmpty();
    }

    @Test
    void the_connection_is_free_again_after_every_failure() {
        brokenIn(first);
        refusedIn(first);

        assertThat(persistence.pool().getHikariPoolMXBean().getActiveConnections())
                .isZero();
    }

    private static List<Tenant> tenantsSeenIn(Registration tenant) {
        return persistence.ports().transactions().inTenant(tenant.tenant().id(), () -> tenantsOfBoth());
    }

    private static List<Tenant> seenOutside() {
        return persistence.ports().transactions().outsideTenants(() -> tenantsOfBoth());
    }

    private static List<Tenant> tenantsOfBoth() {
        return List.of(first, second).stream()
                .flatMap(each ->
                        persistence.ports().memberships().of(each.owner().id()).stream())
                .map(TenantMembership::tenant)
                .toList();
    }

    private static void refusedIn(Registration tenant) {
        assertThatThrownBy(() -> persistence
                        .ports()
                        .transactions()
                        .inTenant(tenant.tenant().id(), () -> {
                            throw new NotFound();
                        }))
                .isInstanceOf(NotFound.class);
    }

    /** The same session twice: the database refuses, and the transaction is spoilt. */
    private static void brokenIn(Registration tenant) {
        assertThatThrownBy(() -> persistence
                        .ports()
                        .transactions()
                        .inTenant(tenant.tenant().id(), () -> {
                            persistence.ports().sessions().open(tenant.session());
                            return true;
                        }))
                .isInstanceOf(Unavailable.class);
    }

    private static void assertNothingIsSet() throws SQLException {
        assertThat(Sql.value(persistence.pool(), STATE)).isEqualTo("||\"$user\", public");
    }
}
