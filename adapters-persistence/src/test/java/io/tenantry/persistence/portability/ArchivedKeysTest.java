package io.tenantry.persistence.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant's keys move with it. */
class ArchivedKeysTest {

    private static final Set<String> OF_KEYS = Set.of(
            "control/api_key.ndjson",
            "control/api_key_use.ndjson",
            "control/api_key_daily_use.ndjson",
            "control/tenant_usage.ndjson");

    @TempDir
    Path folder;

    private final PostgresForTests.Database there = PostgresForTests.migrated();
    private final PostgresForTests.Database here = PostgresForTests.migrated();
    private final Instant now = TimeFixture.now();

    private PersistenceForTests after;
    private Registration registered;
    private ApiKey key;

    @BeforeEach
    void a_key_that_was_rotated_and_used() {
        after = PersistenceForTests.on(here, 2);
        try (PersistenceForTests before = PersistenceForTests.on(there, 2)) {
            PostgresPersistence ports = before.ports();
            registered = Registration.by(ports);
            key = ApiKeyFixture.of(registered.tenant().id(), registered.owner().id());
            key = key.rotated(ApiKeyFixture.aSecretOf(key), Duration.ofHours(1), now);
            add(ports, key);
            ports.keys().uses().admit(ports.keys().known().find(key.id()).orElseThrow(), true, 5, now);
            ports.keys().uses().write(now);
        }
    }

    @AfterEach
    void close() {
        after.close();
    }

    @Test
    void a_key_arrives_with_its_id_its_digests_and_its_use_and_opens_what_it_opened() throws Exception {
        imported(exported());

        KnownKey known = after.ports().keys().known().find(key.id()).orElseThrow();
        assertThat(known.key()).isEqualTo(key);
        assertThat(known.scopes()).isEqualTo(key.scopes());
        assertThat(known.used().at(now)).isEqualTo(5);
        for (String table : List.of("api_key_word", "api_key_use", "api_key_daily_use", "tenant_usage")) {
            assertSame("select to_jsonb(t)::text from tenantry." + table + " t order by 1");
        }
        assertThat(after.ports()
                        .transactions()
                        .acrossTenants(() -> after.ports()
                                .directory()
                                .apiKeys(SearchText.of("größe"), Optional.empty(), PageRequest.FIRST))
                        .items())
                .hasSize(1);
    }

    @Test
    void who_answers_for_it_is_the_user_who_is_here() throws Exception {
        String other = "11111111-1111-7111-8111-111111111111";
        String email = registered.owner().email().canonical();
        Sql.query(there.superuser(), "update tenantry.app_user set email_verified_at = now()");
        Sql.query(
                here.superuser(),
                "insert into tenantry.app_user (id, email, email_canonical, full_name, email_verified_at,"
                        + " verify_before_sign_in, created_at, updated_at) values ('" + other + "', '" + email + "', '"
                        + email + "', '', now(), false, now(), now())");

        imported(exported());

        KnownKey known = after.ports().keys().known().find(key.id()).orElseThrow();
        assertThat(known.key().createdBy()).hasToString(other);
        assertThat(known.scopes()).isEqualTo(key.scopes());
    }

    @Test
    void R_E9_one_for_which_no_member_answers_arrives_revoked() throws Exception {
        ApiKey orphan =
                ApiKeyFixture.of(registered.tenant().id(), UserFixture.aUser().id());
        try (PersistenceForTests before = PersistenceForTests.on(there, 2)) {
            add(before.ports(), orphan);
        }

        imported(exported());

        KnownKey known = after.ports().keys().known().find(orphan.id()).orElseThrow();
        assertThat(known.key().isRevoked()).isTrue();
        assertThat(known.key().createdBy()).isEqualTo(orphan.createdBy());
        assertThat(after.ports()
                        .keys()
                        .known()
                        .find(key.id())
                        .orElseThrow()
                        .key()
                        .isRevoked())
                .isFalse();
    }

    @Test
    void an_archive_that_was_made_before_there_were_keys_is_imported() throws Exception {
        Path old = ArchiveContents.tampered(exported(), folder, contents -> {
            contents.without(OF_KEYS);
            contents.withoutScript("V004__audit_actor_api_key.sql");
        });

        imported(old);

        assertThat(Sql.query(here.superuser(), "select slug from tenantry.tenant"))
                .containsExactly(registered.tenant().slug().value());
        assertThat(Sql.query(here.superuser(), "select id from tenantry.api_key"))
                .isEmpty();
    }

    @Test
    void R_E9_an_archive_without_its_members_is_refused_as_before() throws Exception {
        Path cut = ArchiveContents.tampered(
                exported(), folder, contents -> contents.without(Set.of("control/membership.ndjson")));

        assertRefused(cut, "lacks an entry");
    }

    @Test
    void R_E9_names_scopes_and_secrets_that_could_not_be_here_are_refused() throws Exception {
        assertRefused(changed("Größe & 鍵", "a\\u0007b"), "no name");
        assertRefused(changed("Größe & 鍵", "  spaces  "), "no name");
        assertRefused(changed("members:read reports:*", "reports:* members:read"), "no scopes");
        assertRefused(changed("members:read reports:*", "everything"), "no scopes");
        assertRefused(changed("members:read reports:*", "a:b ".repeat(60).trim()), "no scopes");
        assertRefused(changed("\"digest\":\"\\\\x", "\"digest\":\"\\\\x00"), "api_key_digest_check");
        assertRefused(
                changed("\"previous_until\":\"", "\"previous_until\":null,\"x\":\""), "api_key_previous_is_whole");
    }

    @Test
    void R_E9_what_another_tenants_key_was_used_for_is_not_written() throws Exception {
        Registration other = Registration.by(after.ports());
        ApiKey victim = ApiKeyFixture.of(other.tenant().id(), other.owner().id());
        add(after.ports(), victim);

        for (String table : List.of("control/api_key_use.ndjson", "control/api_key_daily_use.ndjson")) {
            assertRefused(
                    ArchiveContents.tampered(
                            exported(),
                            folder,
                            contents -> contents.replace(
                                    table,
                                    contents.text(table)
                                            .replace(
                                                    key.id().toString(),
                                                    victim.id().toString()))),
                    "fkey");
        }
        assertRefused(changed(key.id().toString(), victim.id().toString()), "api_key_pkey");
    }

    private static void add(PostgresPersistence ports, ApiKey key) {
        ports.transactions().inTenant(key.tenant(), () -> {
            ports.keys().keys().add(key);
            return key;
        });
    }

    /** The archive with another text in its keys. */
    private Path changed(String from, String to) throws IOException {
        String entry = "control/api_key.ndjson";
        return ArchiveContents.tampered(exported(), folder, contents -> {
            String rows = contents.text(entry);
            assertThat(rows).contains(from);
            contents.replace(entry, rows.replace(from, to));
        });
    }

    private void assertRefused(Path archive, String reason) throws SQLException {
        assertThatThrownBy(() -> imported(archive))
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining(reason);
        assertThat(Sql.query(
                        here.superuser(),
                        "select id from tenantry.tenant where id = '"
                                + registered.tenant().id() + "'"))
                .isEmpty();
    }

    private void assertSame(String question) throws SQLException {
        List<String> rows = Sql.query(there.superuser(), question);
        assertThat(Sql.query(here.superuser(), question)).isEqualTo(rows).isNotEmpty();
    }

    private Path exported() throws IOException {
        Path file = folder.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new TenantExport(there.owner(), "tenantry", "test", "there.example", progress -> {})
                    .write(registered.tenant().slug(), out);
        }
        return file;
    }

    private void imported(Path archive) throws IOException {
        new TenantImport(here.owner(), "tenantry", new HostName("here.example"), progress -> {})
                .read(archive, Optional.empty());
    }
}
