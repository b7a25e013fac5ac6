package io.tenantry.persistence.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.DatabaseFailures;
import io.tenantry.persistence.transaction.JdbiTransactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No tenant is ever left without an owner: the database keeps the rule, whatever was looked at before, or was not. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LastOwnerTest {

    private static final int ROUNDS = 200;
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();
    private static final PersistenceForTests PERSISTENCE = PersistenceForTests.on(DATABASE, 4);
    private static final PostgresPersistence PORTS = PERSISTENCE.ports();

    /** How an owner ceases to be one. None of these looks whether there is another. */
    private enum Way {
        REMOVED {
            @Override
            void go(Tenant tenant, User owner) {
                PORTS.transactions()
                        .inTenant(tenant.id(), () -> PORTS.memberships().remove(tenant.id(), owner.id()));
            }
        },
        DEMOTED {
            @Override
            void go(Tenant tenant, User owner) {
                Membership membership = MembershipFixture.owner(tenant.id(), owner.id());
                PORTS.transactions().inTenant(tenant.id(), () -> {
                    PORTS.memberships().update(membership.as(Role.MEMBER));
                    return true;
                });
            }
        },
        ERASED {
            @Override
            void go(Tenant tenant, User owner) {
                PORTS.transactions().acrossTenants(() -> {
                    PORTS.users().remove(owner);
                    return true;
                });
            }
        };

        abstract void go(Tenant tenant, User owner);

        static Way of(int number) {
            return values()[number % values().length];
        }
    }

    @AfterAll
    static void close() {
        PERSISTENCE.close();
    }

    @Test
    void of_two_owners_who_go_at_once_in_any_way_and_look_at_nothing_one_is_refused_and_stays() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Tenant tenant = storedTenant();
                User first = addedOwner(tenant);
                User second = addedOwner(tenant);

                List<Throwable> refusals = goAtOnce(
                        threads, going(Way.of(round), tenant, first), going(Way.of(round / 3), tenant, second));

                assertThat(refusals).as("round " + round).singleElement().isInstanceOf(LastOwner.class);
                assertThat(owners(tenant)).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void bare_sql_of_the_servers_role_cannot_take_away_the_owner_who_is_named() {
        Registration registration = Registration.by(PORTS);
        String scope = "set local tenantry.tenant = '" + registration.tenant().id() + "'";

        for (String sql : List.of(
                "delete from tenantry.membership",
                "update tenantry.membership set role = 'admin'",
                "update tenantry.tenant set owner_id = gen_random_uuid() where id = '"
                        + registration.tenant().id() + "'")) {
            assertThatThrownBy(() -> Sql.query(DATABASE.server(), scope, sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("tenant_has_owner");
        }
        assertThat(owners(registration.tenant())).hasSize(1);
    }

    @Test
    void a_tenant_always_names_one_of_those_who_own_it() throws SQLException {
        Registration registration = Registration.by(PORTS);
        Tenant tenant = registration.tenant();
        User second = addedOwner(tenant);
        assertThat(named(tenant)).isEqualTo(registration.owner().id().toString());

        Way.DEMOTED.go(tenant, registration.owner());
        assertThat(named(tenant)).isEqualTo(second.id().toString());

        User third = addedOwner(tenant);
        Way.REMOVED.go(tenant, second);
        assertThat(named(tenant)).isEqualTo(third.id().toString());

        User fourth = addedOwner(tenant);
        Way.ERASED.go(tenant, third);
        assertThat(named(tenant)).isEqualTo(fourth.id().toString());
    }

    @Test
    void what_is_refused_no_sooner_than_at_the_commit_is_refused_in_the_same_words() {
        Registration registration = Registration.by(PORTS);
        TenantId tenant = registration.tenant().id();
        CurrentTransaction current = new CurrentTransaction();
        ControlSchema schema = new ControlSchema("tenantry");
        Transactions transactions =
                new JdbiTransactions(ControlJdbi.on(PERSISTENCE.pool(), schema), current, change -> {});
        Memberships memberships = new JdbiMemberships(current);

        assertThatThrownBy(() -> transactions.inTenant(tenant, () -> {
                    current.handle().execute("set constraints tenantry.tenant_has_owner deferred");
                    assertThat(memberships.remove(tenant, registration.owner().id()))
                            .isTrue();
                    return true;
                }))
                .isInstanceOf(LastOwner.class);
        assertThat(owners(registration.tenant())).hasSize(1);
    }

    @Test
    void the_name_that_a_distributed_engine_gives_to_the_constraint_is_understood() {
        assertThat(refusal("tenant_has_owner_102011")).isInstanceOf(LastOwner.class);
        assertThat(refusal("tenant_has_owner")).isInstanceOf(LastOwner.class);
        assertThat(refusal("tenant_has_ownership")).isNotInstanceOf(LastOwner.class);
        assertThat(refusal("102011")).isNotInstanceOf(LastOwner.class);
    }

    private static Tenant storedTenant() {
        return PORTS.transactions()
                .outsideTenants(() -> PORTS.tenants().add(TenantFixture.aNewTenant()))
                .orElseThrow();
    }

    private static User addedOwner(Tenant tenant) {
        User user = UserFixture.aUser();
        PORTS.transactions().inTenant(tenant.id(), () -> {
            PORTS.users().add(user);
            return PORTS.memberships().add(MembershipFixture.owner(tenant.id(), user.id()));
        });
        return user;
    }

    private static List<Membership> owners(Tenant tenant) {
        return PORTS.transactions()
                .inTenant(tenant.id(), () -> PORTS.memberships().withRole(tenant.id(), Role.OWNER));
    }

    private static String named(Tenant tenant) throws SQLException {
        return Sql.value(DATABASE.superuser(), "select owner_id from tenantry.tenant where id = '" + tenant.id() + "'");
    }

    private static Runnable going(Way way, Tenant tenant, User owner) {
        return () -> way.go(tenant, owner);
    }

    /** What was thrown. */
    private static List<Throwable> goAtOnce(ExecutorService threads, Runnable... goings) throws Exception {
        CyclicBarrier start = new CyclicBarrier(goings.length);
        List<Callable<Optional<Throwable>>> runs = Stream.of(goings)
                .<Callable<Optional<Throwable>>>map(going -> () -> {
                    start.await(20, TimeUnit.SECONDS);
                    return Optional.ofNullable(catchThrowable(going::run));
                })
                .toList();
        List<Throwable> thrown = new ArrayList<>();
        for (Future<Optional<Throwable>> run : threads.invokeAll(runs)) {
            run.get().ifPresent(thrown::add);
        }
        return thrown;
    }

    private static RuntimeException refusal(String constraint) {
        String sql = "do $$ begin raise foreign_key_violation using constraint = '" + constraint + "'; end $$";
        try {
            Sql.query(DATABASE.server(), sql);
        } catch (SQLException refused) {
            return DatabaseFailures.translated(refused);
        }
        throw new AssertionError("nothing was refused");
    }
}
