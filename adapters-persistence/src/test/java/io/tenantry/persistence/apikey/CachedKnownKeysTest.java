package io.tenantry.persistence.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.persistence.FailingDataSource;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.Poll;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.change.Remembered;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class CachedKnownKeysTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests here;
    private static PersistenceForTests elsewhere;

    private final FailingDataSource counted = new FailingDataSource(DATABASE.server());
    private final AtomicBoolean current = new AtomicBoolean(true);
    private final LookUps lookUps = LookUps.on(1);
    private final KnownKeys keys = new CachedKnownKeys(
            ControlJdbi.on(counted.dataSource(), new ControlSchema("tenantry")),
            new CurrentTransaction(),
            new Remembered<>(CachedKnownKeys.ENTRIES),
            current::get,
            new TenantUnits(),
            lookUps);

    @BeforeAll
    static void open() {
        here = PersistenceForTests.on(DATABASE, 4);
        elsewhere = PersistenceForTests.on(DATABASE, 4);
    }

    @AfterAll
    static void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void a_key_that_is_not_remembered_costs_one_query_and_one_that_is_none() {
        StoredKey stored = StoredKey.in(here.ports());

        assertThat(keys.find(stored.key().id())).isPresent();
        assertThat(counted.steps()).isEqualTo(1);

        assertThat(keys.find(stored.key().id())).isPresent();
        assertThat(keys.remembered(stored.key().id())).isPresent();
        assertThat(counted.steps()).isEqualTo(1);
    }

    @Test
    void a_key_that_is_not_there_costs_one_query_each_time_and_takes_no_memory() {
        ApiKeyId unknown = ApiKeyFixture.aSecret().key();

        assertThat(keys.remembered(unknown)).isEmpty();
        assertThat(counted.steps()).isZero();
        assertThat(keys.find(unknown)).isEmpty();
        assertThat(keys.find(unknown)).isEmpty();
        assertThat(counted.steps()).isEqualTo(2);
    }

    @Test
    void where_too_many_are_looked_up_at_once_only_those_that_are_remembered_are_found() {
        ApiKeyId remembered = StoredKey.in(here.ports()).key().id();
        ApiKeyId other = StoredKey.in(here.ports()).key().id();
        keys.find(remembered);

        lookUps.oneMore(() -> lookUps.oneMore(() -> {
            assertThatThrownBy(() -> keys.find(other)).isInstanceOf(Throttled.class);
            return assertThat(keys.find(remembered)).isPresent();
        }));

        assertThat(keys.find(other)).isPresent();
    }

    @Test
    void what_was_read_is_remembered_while_every_change_is_heard_of_and_not_otherwise() throws SQLException {
        StoredKey stored = StoredKey.in(here.ports());
        keys.find(stored.key().id());
        Sql.query(
                DATABASE.superuser(),
                "update tenantry.api_key set revoked_at = now() where id = '"
                        + stored.key().id() + "'");

        assertThat(keys.find(stored.key().id()))
                .map(known -> known.key().isRevoked())
                .contains(false);
        current.set(false);
        assertThat(keys.remembered(stored.key().id())).isEmpty();
        assertThat(keys.find(stored.key().id()))
                .map(known -> known.key().isRevoked())
                .contains(true);
    }

    @Test
    void R7_4_1_a_key_that_was_revoked_elsewhere_is_so_here_within_a_second() {
        StoredKey stored = StoredKey.in(here.ports());

        assertSoonHere(stored, known -> known.key().isRevoked(), stored::revoke);
    }

    @Test
    void R8_3_3_what_who_answers_for_a_key_loses_elsewhere_it_loses_here_within_a_second() {
        StoredKey stored = StoredKey.in(here.ports());

        assertSoonHere(
                stored,
                known -> known.role().isEmpty(),
                ports -> ports.transactions().outsideTenants(() -> {
                    ports.users().update(stored.owner().disabled(true, Instant.now()));
                    return true;
                }));
    }

    @Test
    void R7_4_2_keys_of_a_tenant_that_was_suspended_elsewhere_are_so_here_within_a_second() {
        StoredKey stored = StoredKey.in(here.ports());

        assertSoonHere(
                stored,
                known -> !known.tenant().isActive(),
                ports -> ports.transactions().outsideTenants(() -> {
                    ports.tenants().update(stored.tenant().withStatus(TenantStatus.SUSPENDED, Instant.now()));
                    return true;
                }));
    }

    @Test
    void what_is_done_here_is_seen_here_before_the_call_returns() {
        StoredKey stored = StoredKey.in(here.ports());
        assertThat(stored.known(here.ports()).key().isRevoked()).isFalse();

        stored.revoke(here.ports());

        assertThat(stored.known(here.ports()).key().isRevoked()).isTrue();
    }

    @Test
    void when_the_listener_is_killed_nothing_stale_is_shown_and_it_recovers() throws SQLException {
        StoredKey stored = StoredKey.in(here.ports());
        assertThat(stored.known(here.ports()).key().isRevoked()).isFalse();

        Sql.query(
                DATABASE.superuser(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and query like '%pg_notify%' and pid <> pg_backend_pid()",
                "update tenantry.api_key set revoked_at = now() where id = '"
                        + stored.key().id() + "'");

        Poll.until(() -> stored.known(here.ports()).key().isRevoked(), A_SECOND);
        R7_4_1_a_key_that_was_revoked_elsewhere_is_so_here_within_a_second();
    }

    @Test
    void a_token_that_was_revoked_elsewhere_is_so_here_within_a_second() {
        UUID token = UUID.randomUUID();
        assertThat(here.ports().keys().revokedTokens().isRevoked(token)).isFalse();

        elsewhere.ports().transactions().outsideTenants(() -> {
            elsewhere.ports().keys().revokedTokens().revoke(token, Instant.now().plusSeconds(900));
            return token;
        });

        Poll.until(() -> here.ports().keys().revokedTokens().isRevoked(token), A_SECOND);
    }

    @Test
    void to_ask_within_a_transaction_is_refused() {
        ApiKeyId any = ApiKeyFixture.aSecret().key();
        PostgresPersistence ports = here.ports();
        Registration registration = Registration.by(ports);

        assertThatThrownBy(() -> ports.transactions()
                        .inTenant(
                                registration.tenant().id(),
                                () -> ports.keys().known().find(any)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.transactions()
                        .outsideTenants(() -> ports.keys().revokedTokens().isRevoked(any.value())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertSoonHere(
            StoredKey stored, Predicate<KnownKey> changed, Consumer<PostgresPersistence> change) {
        assertThat(stored.known(here.ports())).matches(changed.negate());

        change.accept(elsewhere.ports());

        Poll.until(() -> changed.test(stored.known(here.ports())), A_SECOND);
    }
}
