package io.tenantry.persistence.portability;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.tenant.HostName;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of an archive whose rows are all well formed, and what has to be shown anew. */
class ArchiveTrustTest {

    private static final String LEFT = "22222222-2222-7222-8222-222222222222";

    @TempDir
    Path folder;

    private PostgresForTests.Database here;
    private Registration registered;
    private Path archive;

    @BeforeEach
    void an_archive_that_says_much_of_itself() throws IOException, SQLException {
        PostgresForTests.Database there = PostgresForTests.migrated();
        here = PostgresForTests.migrated();
        try (PersistenceForTests persistence = PersistenceForTests.on(there, 2)) {
            registered = Registration.by(persistence.ports());
        }
        String tenant = "'" + registered.tenant().id() + "'";
        Sql.query(
                there.superuser(),
                "update tenantry.app_user set email_verified_at = now()",
                "update tenantry.tenant set created_at = now() - interval '2 years'",
                "insert into tenantry.app_user (id, email, email_canonical, full_name, verify_before_sign_in, created_at,"
                        + " updated_at) values ('" + LEFT
                        + "', 'left@b.example', 'left@b.example', '', false, now(), now())",
                "insert into tenantry.credential (user_id, hash, version) values ('" + LEFT + "', 'of who left', 1)",
                "insert into tenantry.tenant_domain (host, tenant_id, is_primary, created_at) values"
                        + " ('bank.example', " + tenant + ", false, now())",
                invitation(tenant, "pending"),
                invitation(tenant, "declined"));
        archive = exported(there);
    }

    @Test
    void who_is_new_verifies_their_address_anew_and_the_tenant_is_as_old_as_that() throws Exception {
        importer().read(archive, Optional.empty());

        assertThat(ask("select count(*)::text from tenantry.app_user where email_verified_at is null"))
                .isEqualTo("2");
        assertThat(ask("select (created_at > now() - interval '1 day')::text from tenantry.tenant"))
                .isEqualTo("true");
    }

    @Test
    void addresses_are_verified_by_the_archives_word_if_the_operator_trusts_it() throws Exception {
        importer().trustingAddresses().read(archive, Optional.empty());

        assertThat(ask("select email_canonical from tenantry.app_user where email_verified_at is not null"))
                .isEqualTo(registered.owner().email().canonical());
        assertThat(ask("select (created_at < now() - interval '1 year')::text from tenantry.tenant"))
                .isEqualTo("true");
    }

    @Test
    void pending_invitations_arrive_revoked_and_none_as_an_operators() throws Exception {
        importer().trustingAddresses().read(archive, Optional.empty());

        assertThat(Sql.query(
                        here.superuser(),
                        "select status || ' ' || by_operator from tenantry.invitation order by status desc"))
                .containsExactly("revoked false", "declined false");
    }

    @Test
    void domains_of_its_own_are_claims_that_nobody_has_shown_here() throws Exception {
        importer().trustingAddresses().read(archive, Optional.empty());

        assertThat(Sql.query(here.superuser(), "select host || ' ' || is_primary from tenantry.tenant_domain"))
                .containsExactly(registered.tenant().slug() + ".here.example true");
        assertThat(ask("select challenge from tenantry.domain_claim where host = 'bank.example'"))
                .matches("[A-Za-z0-9_-]{32}");
        assertThat(ask("select count(distinct challenge)::text from tenantry.domain_claim"))
                .isEqualTo(ask("select count(*)::text from tenantry.domain_claim"));
    }

    @Test
    void the_password_of_who_has_left_stays_behind() throws Exception {
        assertThat(entry("control/app_user.ndjson")).contains(LEFT);
        assertThat(entry("control/credential.ndjson"))
                .contains(registered.owner().id().toString())
                .doesNotContain(LEFT);
    }

    private static String invitation(String tenant, String status) {
        return "insert into tenantry.invitation (id, tenant_id, email, email_canonical, role, digest, status, invited_by,"
                + " by_operator, created_at, expires_at) values (gen_random_uuid(), " + tenant
                + ", 'eve@b.example', 'eve@b.example', 'owner', sha256('" + status + "'), '" + status + "', '" + LEFT
                + "', true, now(), now() + interval '7 days')";
    }

    private String ask(String question) throws SQLException {
        return Sql.value(here.superuser(), question);
    }

    private String entry(String name) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private TenantImport importer() {
        return new TenantImport(here.owner(), "tenantry", new HostName("here.example"), progress -> {});
    }

    private Path exported(PostgresForTests.Database there) throws IOException {
        Path file = folder.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new TenantExport(there.owner(), "tenantry", "test", "there.example", progress -> {})
                    .write(registered.tenant().slug(), out);
        }
        return file;
    }
}
