package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tenants and their owners, as a server whose newest migration is V005 writes them, before the tables are of this version and after. */
class TenancyUpgradeTest {

    private static final String ALL_TENANTS = "set local tenantry.scope = 'all'";
    private static final String MEMBERSHIPS = "select m::text from tenantry.membership m order by tenant_id, user_id";

    private final PostgresForTests.Database database = PostgresForTests.empty();
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UserId ada = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());

    @BeforeEach
    void migrateToVersion5() throws SQLException {
        Flyway.configure()
                .dataSource(database.owner())
                .defaultSchema("tenantry")
                .locations("classpath:db/control")
                .placeholders(Map.of("control", "\"tenantry\""))
                .target("005")
                .loggers("slf4j")
                .load()
                .migrate();
        Sql.query(database.owner(), "insert into tenantry.server_role values ('" + PostgresForTests.SERVER + "')");
    }

    @Test
    void the_one_who_owns_a_tenant_is_named_and_memberships_stay_as_they_are() throws SQLException {
        write(database.superuser(), stored(ada), stored(ben), founded(), joined(ada, "owner"), joined(ben, "admin"));
        List<String> before = Sql.query(database.superuser(), MEMBERSHIPS);

        database.migrations().migrate();

        assertThat(owner()).isEqualTo(ada.toString());
        assertThat(Sql.query(database.superuser(), MEMBERSHIPS))
                .isEqualTo(before)
                .hasSize(2);
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            assertStays(persistence.ports(), ada);
        }
    }

    @Test
    void the_version_before_founds_a_tenant_and_this_one_keeps_its_owner() throws SQLException {
        database.migrations().migrate();

        write(database.server(), stored(ada), founded(), joined(ada, "owner"));

        assertThat(owner()).isNull();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            assertStays(persistence.ports(), ada);
            add(persistence.ports(), ben, Role.OWNER);
            assertThat(owner()).isEqualTo(ada.toString());
            assertThat(remove(persistence.ports(), ada)).isTrue();
            assertThat(owner()).isEqualTo(ben.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_version_before_erases_either_of_two_owners_whom_it_knew_and_this_one_keeps_the_other(boolean first)
            throws SQLException {
        write(database.superuser(), stored(ada), stored(ben), founded(), joined(ada, "owner"), joined(ben, "owner"));
        database.migrations().migrate();
        UserId gone = first ? ada : ben;
        UserId other = first ? ben : ada;

        assertThat(ownedAlone(gone)).isEmpty();
        write(database.server(), erased(gone));

        assertThat(ownedAlone(other)).containsExactly(tenant.toString());
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            assertStays(persistence.ports(), other);
        }
    }

    /** It cannot name another. Nothing is lost: servers of this version can do it, and soon there are no others. */
    @Test
    void the_version_before_is_refused_when_it_would_erase_the_owner_whom_this_one_has_named() throws SQLException {
        database.migrations().migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            write(database.server(), stored(ada), founded());
            add(persistence.ports(), ada, Role.OWNER);
            add(persistence.ports(), ben, Role.OWNER);

            assertThatThrownBy(() -> write(database.server(), erased(ada)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("tenant_has_owner");
            write(database.server(), erased(ben));

            assertStays(persistence.ports(), ada);
        }
    }

    @Test
    void the_version_before_changes_a_tenant_but_cannot_make_one_active_that_is_to_be_removed() throws SQLException {
        database.migrations().migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            write(database.server(), stored(ada), founded(), joined(ada, "owner"), changed("suspended"));
            PostgresPersistence ports = persistence.ports();
            ports.transactions().outsideTenants(() -> {
                ports.tenants()
                        .update(ports.tenants().find(tenant).orElseThrow().closed(Instant.now()));
                return true;
            });

            assertThatThrownBy(() -> write(database.server(), changed("active")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("tenant_removed_is_closed");
            write(database.server(), changed("inactive"));
        }
    }

    private void assertStays(PostgresPersistence ports, UserId owner) {
        assertThat(ports.transactions().acrossTenants(() -> ports.memberships().ownedAlone(owner)))
                .containsExactly(tenant);
        assertThatThrownBy(() -> remove(ports, owner)).isInstanceOf(LastOwner.class);
        assertThat(ports.transactions()
                        .inTenant(tenant, () -> ports.memberships().withRole(tenant, Role.OWNER)))
                .extracting(Membership::user)
                .containsExactly(owner);
    }

    private boolean remove(PostgresPersistence ports, UserId user) {
        return ports.transactions().inTenant(tenant, () -> ports.memberships().remove(tenant, user));
    }

    private void add(PostgresPersistence ports, UserId user, Role role) throws SQLException {
        write(database.server(), stored(user));
        ports.transactions()
                .inTenant(
                        tenant,
                        () -> ports.memberships().add(MembershipFixture.joined(tenant, user, role, Instant.now())));
    }

    private String owner() throws SQLException {
        return Sql.value(database.superuser(), "select owner_id from tenantry.tenant where id = '" + tenant + "'");
    }

    /** In one transaction, in the scope of all tenants. */
    private static void write(DataSource as, String... statements) throws SQLException {
        Sql.query(
                as, Stream.concat(Stream.of(ALL_TENANTS), Stream.of(statements)).toArray(String[]::new));
    }

    private List<String> ownedAlone(UserId user) throws SQLException {
        return Sql.query(database.server(), ALL_TENANTS, """
                with owners as (
                    select m.tenant_id
                      from tenantry.membership m
                     where m.role = 'owner'
                       and m.tenant_id in (select own.tenant_id from tenantry.membership own
                                            where own.user_id = '%s' and own.role = 'owner')
                     order by m.tenant_id, m.user_id
                       for update)
                select tenant_id from owners group by tenant_id having count(*) = 1 order by tenant_id""".formatted(user));
    }

    private static String[] erased(UserId user) {
        return Stream.of(
                        "select true from tenantry.credential where user_id = '%s' for update",
                        "select true from tenantry.app_user where id = '%s' for update",
                        "select true from tenantry.session where user_id = '%s' order by id for update",
                        "delete from tenantry.membership where user_id = '%s'",
                        "delete from tenantry.outbox_mail where lower(recipient collate \"C\") = '%s@example.org'",
                        "delete from tenantry.mail_request where lower(email collate \"C\") = '%s@example.org'",
                        "delete from tenantry.app_user where id = '%s'")
                .map(statement -> statement.formatted(user))
                .toArray(String[]::new);
    }

    private static String stored(UserId user) {
        return """
                insert into tenantry.app_user (id, email, email_canonical, first_name, last_name, full_name,
                                               email_verified_at, verify_before_sign_in, operator, created_at, updated_at)
                values ('%1$s', '%1$s@example.org', '%1$s@example.org', null, null, '', null, false, false, now(), now())
                on conflict (email_canonical) do nothing""".formatted(user);
    }

    private String founded() {
        return """
                insert into tenantry.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)
                values ('%s', 'Acme', 'acme', 'tenant_acme', 'acme@example.org', 'active', now(), now())
                on conflict do nothing
                returning number""".formatted(tenant);
    }

    private String joined(UserId user, String role) {
        return """
                with added as (
                    insert into tenantry.membership (tenant_id, user_id, role, joined_at, last_used_at)
                    values ('%s', '%s', '%s', now(), null)
                 returning user_id)
                select user_id::text || pg_notify('tenantry_changed', 'user:' || user_id)::text from added""".formatted(tenant, user, role);
    }

    private String changed(String status) {
        return """
                update tenantry.tenant
                   set name = 'Acme', contact_email = 'acme@example.org', status = '%s', updated_at = now()
                 where id = '%s'""".formatted(status, tenant);
    }
}
