package io.tenantry.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbiTransactionsTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests persistence;

    private final CurrentTransaction current = new CurrentTransaction();
    private final List<Change> changes = new ArrayList<>();
    private final JdbiTransactions transactions = new JdbiTransactions(jdbi(), current, changes::add);

    @BeforeAll
    static void open() {
        persistence = PersistenceForTests.on(DATABASE, 4);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void in_a_tenant_bare_names_lead_to_its_own_schema_alone() {
        Registration one = Registration.by(persistence.ports());
        Registration other = Registration.by(persistence.ports());

        for (Registration each : List.of(one, other)) {
            TenantId tenant = each.tenant().id();
            assertThat(transactions.inTenant(tenant, () -> text("select current_schemas(false)::text")))
                    .isEqualTo("{" + each.tenant().schema() + "}");
            transactions.inTenant(
                    tenant,
                    () -> execute("insert into setting values ('own', to_jsonb('" + tenant + "'::text), now())"));
            assertThat(transactions.inTenant(tenant, () -> text("select value #>> '{}' from setting")))
                    .isEqualTo(tenant.toString());
        }
    }

    @Test
    void in_a_tenant_that_is_being_registered_bare_names_lead_nowhere_until_its_schema_is_made() {
        PostgresPersistence ports = persistence.ports();
        var wanted = TenantFixture.aNewTenant();

        assertThat(transactions.inTenant(wanted.id(), () -> text("select current_schemas(false)::text")))
                .isEqualTo("{pg_catalog}");
        ports.transactions().inTenant(wanted.id(), () -> {
            ports.tenants().add(wanted);
            ports.tenantSchemas().create(wanted.id(), wanted.slug().schema());
            return true;
        });
        assertThat(transactions.inTenant(wanted.id(), () -> text("select count(*)::text from audit_event")))
                .isEqualTo("0");
    }

    @Test
    void across_and_outside_tenants_no_tenants_tables_are_in_reach() {
        Registration.by(persistence.ports());

        assertThat(transactions.acrossTenants(() -> text("select to_regclass('audit_event')::text")))
                .isNull();
        assertThat(transactions.outsideTenants(() -> text("select to_regclass('audit_event')::text")))
                .isNull();
    }

    @Test
    void a_port_outside_of_a_transaction_is_refused_and_nothing_is_stored() {
        PostgresPersistence ports = persistence.ports();
        User user = UserFixture.aUser();

        assertThatThrownBy(() -> ports.users().add(user)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.users().update(user)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.outbox().claim(user.createdAt(), user.createdAt(), 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.signingKeys().all()).isInstanceOf(IllegalStateException.class);

        assertThat(ports.transactions().outsideTenants(() -> ports.users().find(user.id())))
                .isEmpty();
    }

    @Test
    void what_changed_is_told_once_the_transaction_has_ended_committed_or_not() {
        Change change = Change.of(UserFixture.aUser().id());

        transactions.outsideTenants(() -> {
            current.changes(change);
            assertThat(changes).isEmpty();
            return true;
        });
        assertThat(changes).containsExactly(change);

        assertThatThrownBy(() -> transactions.outsideTenants(() -> {
                    current.changes(change);
                    throw new IllegalArgumentException("stop");
                }))
                .hasMessage("stop");
        assertThat(changes).hasSize(2);
    }

    @Test
    void a_transaction_that_an_error_spoilt_cannot_be_committed_by_passing_over_it() {
        User user = UserFixture.aUser();
        Session session = SessionFixture.rotating(user.id());
        PostgresPersistence ports = persistence.ports();

        assertThatThrownBy(() -> ports.transactions().outsideTenants(() -> {
                    ports.users().add(user);
                    ports.sessions().open(session);
                    assertThatThrownBy(() -> ports.sessions().open(session)).isInstanceOf(Unavailable.class);
                    return true;
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(ports.transactions().outsideTenants(() -> ports.users().find(user.id())))
                .isEmpty();
    }

    @Test
    void R16_5_2_every_state_of_the_database_is_answered_as_it_deserves() {
        Map<String, Duration> waits = Map.of(
                "40001", Duration.ofSeconds(1),
                "40P01", Duration.ofSeconds(1),
                "55P03", Duration.ofSeconds(1),
                "08006", Duration.ofSeconds(5),
                "57P01", Duration.ofSeconds(5),
                "53300", Duration.ofSeconds(2),
                "23505", Duration.ofSeconds(2));

        waits.forEach((state, wait) -> assertThat(DatabaseFailures.translated(new SQLException("x", state)))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.retryAfter()).isEqualTo(wait)));
        assertThat(DatabaseFailures.translated(new SQLException("x"))).isInstanceOf(Unavailable.class);
        assertThat(DatabaseFailures.translated(new SQLException("x", "42501")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_the_database_has_no_part_in_is_no_unavailability() {
        assertThatThrownBy(() -> transactions.outsideTenants(() -> text("select :missing")))
                .isInstanceOf(JdbiException.class);
    }

    private String text(String sql) {
        return current.handle().createQuery(sql).mapTo(String.class).one();
    }

    private int execute(String sql) {
        return current.handle().execute(sql);
    }

    private static Jdbi jdbi() {
        return ControlJdbi.on(persistence.pool(), new ControlSchema("tenantry"));
    }
}
