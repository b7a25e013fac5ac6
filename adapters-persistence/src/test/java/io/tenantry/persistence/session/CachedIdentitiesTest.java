package io.tenantry.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.Poll;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class CachedIdentitiesTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests here;
    private static PersistenceForTests elsewhere;

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
    void R7_4_1_a_session_that_was_ended_elsewhere_is_over_here_within_a_second() {
        Registration registration = Registration.by(here.ports());
        Session session = registration.session();
        assertThat(seenHere(session)).isEmpty();

        elsewhere
                .ports()
                .transactions()
                .outsideTenants(() -> elsewhere.ports().sessions().end(session.id(), Instant.now()));

        Poll.until(() -> seenHere(session).isPresent(), A_SECOND);
    }

    @Test
    void R7_4_3_sessions_that_were_all_ended_elsewhere_are_over_here_within_a_second() {
        Registration registration = Registration.by(here.ports());
        assertThat(seenHere(registration.session())).isEmpty();

        run(elsewhere, ports -> ports.sessions().endAll(registration.owner().id(), Optional.empty(), Instant.now()));

        Poll.until(() -> seenHere(registration.session()).isPresent(), A_SECOND);
    }

    @Test
    void R7_4_2_a_tenant_that_was_suspended_elsewhere_is_seen_here_within_a_second() {
        Registration registration = Registration.by(here.ports());
        assertThat(tenantHere(registration).isActive()).isTrue();

        run(
                elsewhere,
                ports -> ports.tenants()
                        .update(registration.tenant().withStatus(TenantStatus.SUSPENDED, Instant.now())));

        Poll.until(() -> !tenantHere(registration).isActive(), A_SECOND);
    }

    @Test
    void R7_4_2_a_user_who_was_disabled_elsewhere_is_so_here_within_a_second() {
        User owner = Registration.by(here.ports()).owner();
        assertThat(identityHere(owner).user().disabled()).isFalse();

        run(elsewhere, ports -> ports.users().update(owner.disabled(true, Instant.now())));

        Poll.until(() -> identityHere(owner).user().disabled(), A_SECOND);
    }

    @Test
    void a_tenant_that_was_made_to_require_two_factors_elsewhere_does_so_here_within_a_second() {
        Registration registration = Registration.by(here.ports());
        assertThat(tenantHere(registration).requireMfa()).isFalse();

        run(elsewhere, ports -> ports.tenants().update(registration.tenant().requiringMfa(true, Instant.now())));

        Poll.until(() -> tenantHere(registration).requireMfa(), A_SECOND);
    }

    @Test
    void R8_3_2_who_was_added_demoted_and_removed_elsewhere_is_so_here_within_a_second() {
        TenantId tenant = Registration.by(here.ports()).tenant().id();
        User member = Registration.by(here.ports()).owner();
        assertThat(roleHere(member, tenant)).isEmpty();

        inTenant(
                tenant,
                ports -> ports.memberships()
                        .add(MembershipFixture.joined(tenant, member.id(), Role.ADMIN, Instant.now())));
        Poll.until(() -> roleHere(member, tenant).equals(Optional.of(Role.ADMIN)), A_SECOND);

        inTenant(
                tenant,
                ports -> ports.memberships()
                        .update(MembershipFixture.joined(tenant, member.id(), Role.MEMBER, Instant.now())));
        Poll.until(() -> roleHere(member, tenant).equals(Optional.of(Role.MEMBER)), A_SECOND);

        inTenant(tenant, ports -> ports.memberships().remove(tenant, member.id()));
        Poll.until(() -> roleHere(member, tenant).isEmpty(), A_SECOND);
    }

    @Test
    void R7_4_2_a_tenant_that_was_removed_elsewhere_is_gone_here_within_a_second() {
        Registration registration = Registration.by(here.ports());
        TenantId tenant = registration.tenant().id();
        assertThat(roleHere(registration.owner(), tenant)).contains(Role.OWNER);

        inTenant(tenant, ports -> {
            ports.tenants().update(registration.tenant().closed(Instant.now()));
            ports.tenantSchemas().drop(tenant);
            ports.tenants().remove(tenant);
        });

        Poll.until(() -> roleHere(registration.owner(), tenant).isEmpty(), A_SECOND);
        assertThat(seenHere(registration.session())).isEmpty();
    }

    @Test
    void what_is_done_here_is_seen_here_before_the_call_returns() {
        Registration registration = Registration.by(here.ports());
        assertThat(seenHere(registration.session())).isEmpty();
        User verified = registration.owner().verified(Instant.now());
        assertThat(here.ports().identities().of(verified.id())).isPresent();

        run(here, ports -> {
            ports.sessions().end(registration.session().id(), Instant.now());
            ports.users().update(verified);
        });

        assertThat(seenHere(registration.session())).isPresent();
        assertThat(here.ports()
                        .identities()
                        .of(verified.id())
                        .orElseThrow()
                        .user()
                        .emailVerified())
                .isTrue();
    }

    @Test
    void what_was_read_is_remembered_while_every_change_is_heard_of_and_not_otherwise() throws SQLException {
        Registration registration = Registration.by(here.ports());
        AtomicBoolean current = new AtomicBoolean(true);
        CachedIdentities identities = new CachedIdentities(
                ControlJdbi.on(here.pool(), new ControlSchema("tenantry")),
                new CurrentTransaction(),
                new RememberedIdentities(),
                current::get);
        Optional<Session> session = identities.session(registration.session().id());
        Optional<Identity> identity = identities.of(registration.owner().id());

        behindTheBack(registration);

        assertThat(identities.session(registration.session().id())).isEqualTo(session);
        assertThat(identities.of(registration.owner().id())).isEqualTo(identity);
        current.set(false);
        assertThat(identities.session(registration.session().id())).isNotEqualTo(session);
        assertThat(identities.of(registration.owner().id())).isNotEqualTo(identity);
    }

    @Test
    void when_the_listener_is_killed_nothing_stale_is_shown_and_it_recovers() throws SQLException {
        Registration registration = Registration.by(here.ports());
        assertThat(seenHere(registration.session())).isEmpty();

        Sql.query(
                DATABASE.superuser(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and query like '%pg_notify%' and pid <> pg_backend_pid()",
                "update tenantry.session set ended_at = now() where id = '"
                        + registration.session().id() + "'");

        Poll.until(() -> seenHere(registration.session()).isPresent(), A_SECOND);
        R7_4_1_a_session_that_was_ended_elsewhere_is_over_here_within_a_second();
    }

    @Test
    void to_ask_within_a_transaction_is_refused() {
        Registration registration = Registration.by(here.ports());

        assertThatThrownBy(() -> run(
                        here,
                        ports -> ports.identities().of(registration.owner().id())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run(
                        here,
                        ports -> ports.identities()
                                .session(registration.session().id())))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Changes of which nobody is told. */
    private static void behindTheBack(Registration registration) throws SQLException {
        Sql.query(
                DATABASE.superuser(),
                "update tenantry.session set ended_at = now() where id = '"
                        + registration.session().id() + "'",
                "update tenantry.app_user set full_name = 'Another' where id = '"
                        + registration.owner().id() + "'");
    }

    private static Optional<Instant> seenHere(Session session) {
        return here.ports().identities().session(session.id()).orElseThrow().endedAt();
    }

    private static Identity identityHere(User user) {
        return here.ports().identities().of(user.id()).orElseThrow();
    }

    private static Tenant tenantHere(Registration registration) {
        return identityHere(registration.owner())
                .in(registration.tenant().id())
                .orElseThrow()
                .tenant();
    }

    private static Optional<Role> roleHere(User user, TenantId tenant) {
        return identityHere(user).in(tenant).map(TenantMembership::role);
    }

    private static void inTenant(TenantId tenant, Consumer<PostgresPersistence> work) {
        elsewhere.ports().transactions().inTenant(tenant, () -> {
            work.accept(elsewhere.ports());
            return true;
        });
    }

    private static void run(PersistenceForTests node, Consumer<PostgresPersistence> work) {
        node.ports().transactions().outsideTenants(() -> {
            work.accept(node.ports());
            return true;
        });
    }
}
