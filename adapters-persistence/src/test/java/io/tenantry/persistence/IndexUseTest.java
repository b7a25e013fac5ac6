package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.idempotency.KeyedCallFixture;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What grows without end is not read from end to end. An index that is an expression serves only a statement of the same
 * expression: whether it is the same, only the planner knows. It is asked with reading from end to end made dear, for the tables are
 * empty; and on many rows as it is.
 */
class IndexUseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> NEEDED = List.of(
            "api_key_daily_use_by_day",
            "api_key_daily_use_pkey",
            "api_key_of_member",
            "api_key_of_tenant",
            "revoked_token_by_expiry",
            "audit_event_by_action",
            "audit_event_by_actor",
            "audit_event_by_subject",
            "audit_event_by_time",
            "domain_claim_pkey",
            "invitation_by_creation",
            "invitation_of_invited",
            "invitation_one_pending",
            "keyed_call_by_expiry",
            "keyed_call_pkey",
            "membership_by_joining",
            "one_time_token_by_expiry",
            "outbox_mail_done",
            "outbox_mail_given_up",
            "outbox_mail_of_recipient",
            "outbox_mail_pending",
            "session_by_end",
            "session_of_user",
            "tenant_by_removal",
            "tenant_domain_of_tenant",
            "throttle_by_end");

    private static final int MANY = 20_000;

    private static final List<String> SEARCHED = List.of(
            "api_key_by_creation",
            "api_key_word_search",
            "app_user_by_creation",
            "app_user_search",
            "tenant_by_creation",
            "tenant_search");

    private static final List<String> COUNTED = List.of("app_user_by_creation", "tenant_by_creation");

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @Test
    void removal_of_what_is_over_looks_at_the_audit_and_a_users_erasure_go_by_indexes() throws SQLException {
        Sql.query(
                database.superuser(),
                "alter role " + PostgresForTests.SERVER + " in database " + database.name()
                        + " set enable_seqscan = off");
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            look(persistence.ports());
        }
        // What a connection did is counted a moment after it has closed.
        Poll.until(() -> used().containsAll(NEEDED), PATIENCE);
    }

    /** Here the planner is asked as it is in production, again and again, until it makes one plan for all words. */
    @Test
    void a_search_of_many_tenants_and_users_goes_by_indexes() throws SQLException {
        fill();
        List<String> readFromEndToEnd = readFromEndToEnd();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            for (int number = 100; number < 120; number++) {
                search(persistence.ports(), number);
            }
        }
        Poll.until(() -> used().containsAll(SEARCHED), PATIENCE);
        assertThat(readFromEndToEnd()).isEqualTo(readFromEndToEnd);
    }

    private void fill() throws SQLException {
        Sql.query(
                database.superuser(),
                "insert into tenantry.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)"
                        + " select gen_random_uuid(), 'Company No. ' || n, 'company-x' || n, 'tenant_company_x' || n,"
                        + " 'a@example.org', 'active', now() - n * interval '1 minute', now()"
                        + " from generate_series(1, " + MANY + ") n",
                "insert into tenantry.tenant_domain (host, tenant_id, is_primary, created_at)"
                        + " select slug || '.localhost', id, true, now() from tenantry.tenant",
                "insert into tenantry.app_user (id, email, email_canonical, full_name, verify_before_sign_in, created_at,"
                        + " updated_at)"
                        + " select gen_random_uuid(), 'x' || n || '@example.org', 'x' || n || '@example.org',"
                        + " 'Person ' || n, false, now() - n * interval '1 minute', now()"
                        + " from generate_series(1, " + MANY + ") n",
                "insert into tenantry.api_key (id, tenant_id, name, scopes, created_by, created_at, digest, last_four,"
                        + " secret_since)"
                        + " select id, id, 'Key x' || substr(slug, 10), '', id, created_at, sha256(slug::bytea), 'abcd', now()"
                        + " from tenantry.tenant",
                "insert into tenantry.api_key_word (key_id, tenant_id, word)"
                        + " select id, tenant_id, unnest(tsvector_to_array(tenantry.search_words(name))) from tenantry.api_key");
        Sql.query(
                database.superuser(),
                "analyze tenantry.tenant, tenantry.app_user, tenantry.tenant_domain, tenantry.api_key,"
                        + " tenantry.api_key_word");
    }

    @Test
    void what_came_in_the_last_days_is_counted_by_indexes_among_many_tenants_and_users() throws SQLException {
        fill();
        List<String> readFromEndToEnd = readFromEndToEnd();
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            PostgresPersistence ports = persistence.ports();
            for (int times = 0; times < 10; times++) {
                assertThat(ports.transactions()
                                .acrossTenants(() -> ports.directory().daily(today.minusDays(1), today)))
                        .isNotEmpty();
            }
        }
        Poll.until(() -> used().containsAll(COUNTED), PATIENCE);
        assertThat(readFromEndToEnd()).isEqualTo(readFromEndToEnd);
    }

    /** A search for what few have, and one for what they all have. */
    private static void search(PostgresPersistence ports, int number) {
        SearchText few = SearchText.of("x" + number);
        SearchText all = SearchText.EVERYTHING;
        ports.transactions().acrossTenants(() -> {
            Directory directory = ports.directory();
            assertThat(directory
                            .tenants(few, Optional.empty(), PageRequest.FIRST)
                            .items())
                    .hasSize(25);
            assertThat(directory.users(few, PageRequest.FIRST).items()).hasSize(25);
            assertThat(directory
                            .tenants(all, Optional.empty(), PageRequest.FIRST)
                            .items())
                    .hasSize(25);
            assertThat(directory.users(all, PageRequest.FIRST).items()).hasSize(25);
            List<FoundApiKey> keys = directory
                    .apiKeys(SearchText.of("key " + few.words().get(0)), Optional.empty(), PageRequest.FIRST)
                    .items();
            assertThat(keys).hasSize(25);
            assertThat(directory
                            .apiKeys(all, Optional.empty(), PageRequest.FIRST)
                            .items())
                    .hasSize(25);
            ApiKeyId exact = keys.get(0).details().key().id();
            assertThat(directory
                            .apiKeys(all, Optional.of(exact), PageRequest.FIRST)
                            .items())
                    .hasSize(1);
            return true;
        });
    }

    private List<String> readFromEndToEnd() throws SQLException {
        return Sql.query(
                database.superuser(),
                "select relname || ' ' || seq_scan from pg_stat_user_tables"
                        + " where schemaname = 'tenantry' and relname in ('tenant', 'app_user', 'api_key', 'api_key_word') order by relname");
    }

    private static void look(PostgresPersistence ports) {
        User user = UserFixture.aUser();
        TenantId tenant = TenantFixture.aTenant().id();
        Instant now = Instant.now();
        ports.transactions().acrossTenants(() -> {
            ports.sessions().removeOver(now, 9);
            ports.oneTimeTokens().removeExpired(now, 9);
            ports.throttles().removeOver(now, 9);
            ports.keyedCalls().removeExpired(now, 9);
            ports.keyedCalls().find(KeyedCallFixture.aCall());
            ports.keyedCalls().hold(KeyedCallFixture.aCall());
            ports.outbox().removeDone(now, 9);
            ports.outbox().backlog();
            ports.auditEvents().about(user.id(), 9);
            ports.auditEvents()
                    .page(
                            new AuditFilter(
                                    Optional.of(AuditAction.SIGN_IN),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            PageRequest.FIRST);
            ports.auditEvents().removeBefore(now, 9);
            ports.users().remove(user);
            ports.tenants().holdRemovable(now, 9);
            ports.memberships().page(tenant, PageRequest.FIRST);
            ports.domains().of(tenant);
            ports.domainClaims().of(tenant);
            ports.invitations().page(tenant, PageRequest.FIRST);
            ports.invitations().pendingFor(tenant, user.email());
            lookAtKeys(ports, tenant, user);
            return true;
        });
    }

    private static void lookAtKeys(PostgresPersistence ports, TenantId tenant, User user) {
        Instant now = Instant.now();
        LocalDate today = LocalDate.EPOCH;
        ports.keys().keys().page(tenant, PageRequest.FIRST);
        ports.keys().keys().holdOf(tenant, user.id());
        ports.keys().keys().active(tenant, now);
        ports.keys().keys().usage(tenant, ApiKeyFixture.aSecret().key(), today, today);
        ports.keys().keys().removeUsage(today, 9);
        ports.keys().revokedTokens().removeExpired(now, 9);
    }

    private List<String> used() {
        try {
            return Sql.query(
                    database.superuser(),
                    "select indexrelname from pg_stat_user_indexes where schemaname = 'tenantry' and idx_scan > 0");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
