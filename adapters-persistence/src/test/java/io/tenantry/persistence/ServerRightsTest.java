package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code server_role.sql} grants: the columns that the server writes, and no more. */
class ServerRightsTest {

    private static final String ANYTHING_AT_ALL = "select table_name || ' ' || privilege_type"
            + " from information_schema.table_privileges where table_schema = 'tenantry' and grantee = '"
            + PostgresForTests.SERVER
            + "' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')";

    private static final List<String> USED_UP = List.of(
            "one_time_token DELETE",
            "mail_request DELETE",
            "signing_key DELETE",
            "outbox_mail DELETE",
            "session DELETE",
            "known_device DELETE",
            "throttle DELETE",
            "keyed_call DELETE",
            "audit_event DELETE",
            "avatar DELETE",
            "membership DELETE",
            "app_user DELETE",
            "totp DELETE",
            "recovery_code DELETE",
            "mfa_challenge DELETE",
            "passkey DELETE",
            "ceremony DELETE",
            "provider_authorization DELETE",
            "linked_identity DELETE",
            "tenant DELETE",
            "tenant_domain DELETE",
            "domain_claim DELETE",
            "invitation DELETE",
            "api_key_word DELETE",
            "api_key_daily_use DELETE",
            "revoked_token DELETE",
            "webhook DELETE",
            "webhook_delivery DELETE");

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @Test
    void what_names_a_tenant_and_its_schema_never_changes() {
        for (String column : List.of("id", "number", "slug", "schema_name", "created_at")) {
            assertNotUpdatable("tenant", column);
        }
    }

    @Test
    void who_is_in_which_tenant_and_which_host_is_whose_never_changes() {
        for (String column : List.of("tenant_id", "user_id", "joined_at")) {
            assertNotUpdatable("membership", column);
        }
        for (String column : List.of("host", "tenant_id", "is_primary", "created_at")) {
            assertNotUpdatable("tenant_domain", column);
        }
    }

    @Test
    void whom_an_invitation_is_for_and_who_claims_which_domain_never_changes() {
        for (String column :
                List.of("id", "tenant_id", "email", "email_canonical", "role", "by_operator", "created_at")) {
            assertNotUpdatable("invitation", column);
        }
        for (String column : List.of("tenant_id", "host", "created_at")) {
            assertNotUpdatable("domain_claim", column);
        }
        assertNotUpdatable("tenant", "owner_role");
    }

    @Test
    void what_a_key_may_do_whose_it_is_and_when_it_ends_never_changes() {
        for (String column : List.of("id", "tenant_id", "scopes", "created_at", "expires_at")) {
            assertNotUpdatable("api_key", column);
        }
        for (String column : List.of("key_id", "tenant_id", "word")) {
            assertNotUpdatable("api_key_word", column);
        }
        for (String column : List.of("key_id", "tenant_id", "day")) {
            assertNotUpdatable("api_key_daily_use", column);
        }
        for (String column : List.of("key_id", "tenant_id")) {
            assertNotUpdatable("api_key_use", column);
        }
        for (String column : List.of("tenant_id", "month")) {
            assertNotUpdatable("tenant_usage", column);
        }
        for (String column : List.of("id", "expires_at")) {
            assertNotUpdatable("revoked_token", column);
        }
    }

    @Test
    void whose_a_webhook_is_and_what_it_is_told_never_changes() {
        for (String column : List.of("id", "tenant_id", "created_at")) {
            assertNotUpdatable("webhook", column);
        }
        for (String column : List.of(
                "webhook_id", "event_id", "tenant_id", "event_type", "occurred_at", "actor_id", "subject", "detail")) {
            assertNotUpdatable("webhook_delivery", column);
        }
    }

    @Test
    void a_signing_key_never_changes() {
        for (String column : List.of("kid", "sealed_private_key", "is_first", "created_at")) {
            assertNotUpdatable("signing_key", column);
        }
    }

    @Test
    void whose_a_session_token_credential_or_mail_is_never_changes() {
        for (String column : List.of("id", "user_id", "kind", "expires_at", "idle_millis")) {
            assertNotUpdatable("session", column);
        }
        for (String column : List.of("digest", "session_id", "tenant_id")) {
            assertNotUpdatable("refresh_token", column);
        }
        assertNotUpdatable("credential", "user_id");
        assertNotUpdatable("one_time_token", "user_id");
        assertNotUpdatable("app_user", "id");
        assertNotUpdatable("outbox_mail", "recipient");
        assertNotUpdatable("profile", "user_id");
        assertNotUpdatable("avatar", "user_id");
        assertNotUpdatable("known_device", "user_id");
        assertNotUpdatable("throttle", "digest");
    }

    @Test
    void by_what_a_call_with_a_key_is_found_and_the_secret_of_the_installation_never_changes() {
        assertNotUpdatable("keyed_call", "digest");
        for (String column : List.of("name", "sealed_secret")) {
            assertNotUpdatable("installation_secret", column);
        }
    }

    @Test
    void R16_3_1_what_the_audit_of_the_installation_says_never_changes() {
        for (String column : List.of("id", "occurred_at", "action", "actor_id", "subject", "outcome", "detail")) {
            assertNotUpdatable("audit_event", column);
        }
    }

    @Test
    void whose_a_factor_or_an_account_at_a_provider_is_and_what_it_proves_never_changes() {
        for (String column : List.of("id", "user_id", "credential_id", "public_key", "created_at")) {
            assertNotUpdatable("passkey", column);
        }
        for (String column : List.of("id", "user_id", "provider", "issuer", "subject", "linked_at")) {
            assertNotUpdatable("linked_identity", column);
        }
        for (String column : List.of("digest", "user_id", "credential_version", "kind", "tenant_id", "expires_at")) {
            assertNotUpdatable("mfa_challenge", column);
        }
        for (String column : List.of("state_digest", "browser_digest", "user_id", "sealed_nonce")) {
            assertNotUpdatable("provider_authorization", column);
        }
        assertNotUpdatable("totp", "user_id");
        assertNotUpdatable("recovery_code", "digest");
        assertNotUpdatable("ceremony", "request");
    }

    @Test
    void only_what_is_used_up_is_deleted_and_no_table_is_updated_as_a_whole() throws SQLException {
        assertThat(Sql.query(database.owner(), ANYTHING_AT_ALL))
                .contains("one_time_token DELETE")
                .isSubsetOf(USED_UP);
    }

    @Test
    void rights_that_were_once_given_and_are_no_longer_needed_are_taken_back() throws SQLException {
        Sql.query(
                database.owner(),
                "grant all on all tables in schema tenantry to " + PostgresForTests.SERVER,
                "grant update (slug) on tenantry.tenant to " + PostgresForTests.SERVER,
                "update tenantry.server_role set fingerprint = 'of an older version'");

        database.migrations().migrate();

        assertNotUpdatable("tenant", "slug");
        assertThat(Sql.query(database.owner(), ANYTHING_AT_ALL))
                .contains("one_time_token DELETE")
                .isSubsetOf(USED_UP);
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            assertThat(Registration.by(persistence.ports()).tenant().number()).isEqualTo(1);
        }
    }

    private void assertNotUpdatable(String table, String column) {
        String sql = "update tenantry." + table + " set " + column + " = default";
        assertThatThrownBy(() -> Sql.query(database.server(), sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
}
