package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What callers see of a database that goes away, hangs, or was never brought up. */
class DatabaseGoneTest {

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @Test
    void R16_5_2_when_the_database_is_gone_every_port_is_unavailable_and_when_it_is_back_all_works_again() {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            PostgresPersistence ports = persistence.ports();
            persistence.pool().setConnectionTimeout(500);
            Registration registration = Registration.by(ports);
            assertThat(ports.notReady()).isEmpty();

            allowConnections(false);

            assertUnavailable(() -> ports.transactions()
                    .outsideTenants(
                            () -> ports.users().find(registration.owner().id())));
            assertUnavailable(() -> ports.transactions()
                    .inTenant(registration.tenant().id(), () -> ports.tenants().listAfter(0, 1)));
            assertUnavailable(() ->
                    ports.credentials().match(Optional.of(registration.owner().id()), new Password("x")));
            Poll.until(() -> ports.notReady().isPresent());
            assertThat(ports.notReady()).contains("the database does not answer");

            allowConnections(true);

            Poll.until(() -> ports.notReady().isEmpty());
            assertThat(ports.identities().of(registration.owner().id())).isPresent();
        }
    }

    @Test
    void identities_are_unavailable_too_once_what_is_remembered_counts_no_longer() {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            PostgresPersistence ports = persistence.ports();
            persistence.pool().setConnectionTimeout(500);
            Registration registration = Registration.by(ports);
            allowConnections(false);

            Poll.until(() -> isUnavailable(
                    () -> ports.identities().of(registration.owner().id())));
            Poll.until(() -> isUnavailable(
                    () -> ports.identities().session(registration.session().id())));
            allowConnections(true);
        }
    }

    @Test
    void a_pool_that_has_no_connection_to_give_is_unavailable_and_not_ready() throws SQLException {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            persistence.pool().setConnectionTimeout(300);
            PostgresPersistence ports = persistence.ports();
            try (Connection onlyOne = persistence.pool().getConnection()) {
                assertThat(onlyOne.isValid(1)).isTrue();
                assertUnavailable(() -> ports.transactions().outsideTenants(() -> true));
                assertThat(ports.notReady()).contains("the database does not answer");
            }
            Poll.until(() -> ports.notReady().isEmpty());
        }
    }

    @Test
    void a_database_that_was_never_brought_up_is_not_ready_and_says_why() {
        PostgresForTests.Database empty = PostgresForTests.empty();

        try (PersistenceForTests persistence = PersistenceForTests.on(empty, 1)) {
            assertThat(persistence.ports().notReady()).contains("the migrations have not been run");
            empty.migrations().migrate();
            assertThat(persistence.ports().notReady()).isEmpty();
        }
    }

    @Test
    void a_database_that_lacks_the_newest_migration_is_not_ready() throws SQLException {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            Sql.query(
                    database.superuser(),
                    "delete from tenantry.flyway_schema_history where version ="
                            + " (select max(version) from tenantry.flyway_schema_history)");

            assertThat(persistence.ports().notReady()).contains("the migrations have not been run");
        }
    }

    @Test
    void a_source_that_never_answers_is_not_ready_within_a_few_seconds_and_is_asked_one_question_at_a_time() {
        HangingDataSource hanging = new HangingDataSource(database.server());
        try (PostgresPersistence ports =
                PersistenceForTests.builder(database, hanging.dataSource()).open()) {
            hanging.hang();

            assertThat(ports.notReady()).contains("the database does not answer");
            assertThat(ports.notReady()).contains("the database does not answer");

            assertThat(hanging.asked()).isEqualTo(1);
            hanging.goOn();
            Poll.until(() -> ports.notReady().isEmpty());
        }
    }

    @Test
    void to_open_on_a_database_that_is_away_is_unavailable() {
        DataSource nowhere = ConnectionPools.direct("postgres://x:y@127.0.0.1:1/none");

        assertUnavailable(() -> PersistenceForTests.builder(database, nowhere).open());
    }

    private void allowConnections(boolean allowed) {
        PostgresForTests.administer("alter database " + database.name() + " with allow_connections " + allowed);
        if (!allowed) {
            PostgresForTests.administer(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name() + "'");
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.retryAfter())
                                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    private static boolean isUnavailable(Runnable call) {
        try {
            call.run();
            return false;
        } catch (Unavailable asExpected) {
            return true;
        }
    }
}
