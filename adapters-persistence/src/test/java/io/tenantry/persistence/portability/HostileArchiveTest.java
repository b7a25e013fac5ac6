package io.tenantry.persistence.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that somebody has tampered with: each is refused, and leaves nothing behind. */
class HostileArchiveTest {

    private static final PostgresForTests.Database THERE = PostgresForTests.migrated();
    private static final PostgresForTests.Database HERE = PostgresForTests.migrated();
    private static final String USERS = "control/app_user.ndjson";

    @TempDir
    static Path folder;

    private static Registration registered;
    private static Path honest;

    @BeforeAll
    static void an_honest_one() throws IOException {
        try (PersistenceForTests persistence = PersistenceForTests.on(THERE, 2)) {
            registered = Registration.by(persistence.ports());
        }
        honest = folder.resolve("honest.zip");
        try (OutputStream out = Files.newOutputStream(honest)) {
            new TenantExport(THERE.owner(), "tenantry", "test", "there.example", progress -> {})
                    .write(registered.tenant().slug(), out);
        }
    }

    @Test
    void what_is_no_archive_is_refused() throws Exception {
        assertRefused(Files.writeString(folder.resolve("text.zip"), "PK nothing"), "no archive of a tenant");
        assertRefused(Files.write(folder.resolve("cut.zip"), cut()), "no archive of a tenant");
        assertRefused(folder, "cannot be read");
    }

    @Test
    void a_changed_byte_is_found_by_its_checksum() throws Exception {
        assertRefused(
                tampered(contents -> contents.entries()
                        .put(USERS, contents.text(USERS).replace("Ada", "Eve").getBytes(StandardCharsets.UTF_8))),
                "control/app_user.ndjson is not what its manifest.json says");
    }

    @Test
    void a_wrong_count_is_found() throws Exception {
        assertRefused(tampered(contents -> contents.said(USERS).put("rows", 7)), "is not what its manifest.json says");
        assertRefused(
                tampered(contents -> contents.said(USERS).put("bytes", 7)), "not as long as its manifest.json says");
        assertRefused(tampered(contents -> contents.said(USERS).put("bytes", -7)), "bytes is negative");
    }

    @Test
    void entries_of_other_names_are_refused() throws Exception {
        for (String name : new String[] {"../../etc/cron.d/x", "/etc/passwd", "control/a.txt", "tables/"}) {
            assertRefused(
                    tampered(contents -> contents.entries().put(name, new byte[0])),
                    "is not what its manifest.json names");
            assertRefused(
                    tampered(contents -> {
                        contents.entries().put(name, new byte[0]);
                        contents.manifest()
                                .withArray("entries")
                                .addObject()
                                .put("name", name)
                                .put("sha256", "")
                                .put("bytes", 0)
                                .put("rows", 0);
                    }),
                    "none of ours");
        }
    }

    @Test
    void what_unfolds_to_far_more_than_its_size_is_refused_before_it_is_read() throws Exception {
        assertRefused(
                tampered(contents -> contents.replace("tables/0001.copy", "\n".repeat(150 << 20))),
                "200 times its size");
        assertRefused(tampered(contents -> contents.said(USERS).put("bytes", Long.MAX_VALUE)), "");
    }

    @Test
    void a_manifest_that_is_none_is_refused() throws Exception {
        assertRefused(tampered(contents -> contents.manifest().removeAll()), "format is not 1");
        assertRefused(tampered(contents -> contents.manifest().put("format", 2)), "format is not 1");
        assertRefused(tampered(contents -> contents.manifest().put("entries", "x")), "entries is no list");
        assertRefused(
                tampered(contents -> ((ObjectNode) contents.manifest().get("tenant")).put("slug", "pg_catalog; drop")),
                "manifest.json cannot be used");
        assertRefused(
                tampered(contents -> ((ObjectNode) contents.manifest().get("tenant")).put("id", "7")),
                "manifest.json cannot be used");
    }

    @Test
    void names_of_tables_and_columns_that_are_not_here_get_into_no_statement() throws Exception {
        assertRefused(
                tampered(contents -> table(contents).put("name", "x\"; drop schema tenantry cascade; --")),
                "lacks these tables");
        assertRefused(
                tampered(contents -> {
                    ArrayNode columns = (ArrayNode) table(contents).get("columns");
                    columns.set(0, "x\" from tenantry.credential; --");
                }),
                "lacks these columns of");
    }

    @Test
    void rows_that_are_none_are_refused() throws Exception {
        assertRefused(tampered(contents -> contents.replace(USERS, "nonsense\n")), "the database refuses it");
        assertRefused(tampered(contents -> contents.replace(USERS, "{\"id\":\"x\"}\n")), "the database refuses it");
        assertRefused(tampered(contents -> contents.replace(USERS, "\n")), "");
        assertRefused(tampered(contents -> contents.replace(USERS, "")), "");
        assertRefused(
                tampered(contents -> contents.replace(
                        USERS, contents.text(USERS).replace("\"email_canonical\":\"", "\"email_canonical\":\"X"))),
                "no email_canonical that could be here");
        assertRefused(
                tampered(contents -> contents.replace(
                        "control/tenant.ndjson",
                        contents.text("control/tenant.ndjson").repeat(2))),
                "the one tenant");
    }

    @Test
    void an_archive_makes_nobody_an_operator_and_chooses_no_schema() throws Exception {
        Path archive = tampered(contents -> {
            contents.replace(USERS, contents.text(USERS).replace("{\"id\"", "{\"operator\":true,\"id\""));
            String tenant = contents.text("control/tenant.ndjson");
            contents.replace(
                    "control/tenant.ndjson", tenant.replace("{\"id\"", "{\"schema_name\":\"tenantry\",\"id\""));
        });

        importer().read(archive, Optional.empty());

        assertThat(Sql.query(HERE.superuser(), "select operator::text from tenantry.app_user"))
                .containsExactly("false");
        assertThat(Sql.query(HERE.superuser(), "select schema_name from tenantry.tenant"))
                .containsExactly(registered.tenant().schema().value());
        Sql.query(
                HERE.superuser(),
                "set constraints all deferred",
                "delete from tenantry.membership",
                "delete from tenantry.tenant_domain",
                "delete from tenantry.domain_claim",
                "delete from tenantry.tenant_schema",
                "delete from tenantry.tenant",
                "delete from tenantry.app_user",
                "drop schema " + registered.tenant().schema() + " cascade");
    }

    @Test
    void texts_that_could_not_be_typed_here_are_refused_by_the_name_of_their_column() throws Exception {
        String tenant = "control/tenant.ndjson";
        String domains = "control/tenant_domain.ndjson";
        assertRefused(with(USERS, "email", "ada@b.example\\r\\nBcc: eve@c.example"), "no email that could be here");
        assertRefused(with(USERS, "email", " ada@b.example"), "no email that could be here");
        assertRefused(with(USERS, "email_canonical", "victim@b.example"), "no email_canonical that could be here");
        assertRefused(with(USERS, "first_name", "Ada\\u0007"), "no first_name that could be here");
        assertRefused(with(USERS, "last_name", " "), "no last_name that could be here");
        assertRefused(with(USERS, "full_name", "Ada\\nLovelace"), "no full_name that could be here");
        assertRefused(with(tenant, "name", ""), "no name that could be here");
        assertRefused(with(tenant, "name", "Acme\\u0000"), "");
        assertRefused(with(tenant, "name", "Acme\\nInc"), "no name that could be here");
        assertRefused(with(tenant, "slug", "pg_catalog"), "no slug that could be here");
        assertRefused(with(tenant, "contact_email", "nobody"), "no contact_email that could be here");
        assertRefused(with(domains, "host", "-.."), "no host that could be here");
        assertRefused(with(domains, "host", "127.0.0.1"), "no names of the DNS");
        assertRefused(with(domains, "host", "evil.here.example"), "lie under here.example");
    }

    @Test
    void an_invitation_to_what_is_no_address_is_refused() throws Exception {
        String invitation =
                "{\"id\":\"11111111-1111-7111-8111-111111111111\",\"email\":\"a b\",\"email_canonical\":\"a b\"}\n";

        assertRefused(
                tampered(contents -> contents.replace("control/invitation.ndjson", invitation)),
                "control/invitation.ndjson of the archive holds what is no email");
    }

    /** @param json what stands between the quotation marks */
    private static Path with(String entry, String member, String json) throws IOException {
        return tampered(contents -> contents.replace(
                entry,
                contents.text(entry)
                        .replaceFirst(
                                "\"" + member + "\":\"[^\"]*\"",
                                Matcher.quoteReplacement("\"" + member + "\":\"" + json + "\""))));
    }

    private static ObjectNode table(ArchiveContents contents) {
        return (ObjectNode) contents.manifest().withArray("tables").get(0);
    }

    private static void assertRefused(Path archive, String reason) throws SQLException {
        assertThatThrownBy(() -> importer().read(archive, Optional.empty()))
                .isInstanceOf(PortabilityRefused.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
        assertThat(Sql.query(
                        HERE.superuser(),
                        "select id::text from tenantry.tenant union all select id::text from tenantry.app_user"
                                + " union all select nspname from pg_namespace where nspname ~ '^tenant_'"))
                .isEmpty();
    }

    private static TenantImport importer() {
        return new TenantImport(HERE.owner(), "tenantry", new HostName("here.example"), progress -> {});
    }

    private static byte[] cut() throws IOException {
        byte[] whole = Files.readAllBytes(honest);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static Path tampered(Consumer<ArchiveContents> tampering) throws IOException {
        return ArchiveContents.tampered(honest, folder, tampering);
    }
}
