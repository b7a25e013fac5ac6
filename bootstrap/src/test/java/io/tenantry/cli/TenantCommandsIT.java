package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on an embedded database that no server runs on: each starts it for itself, and stops it. */
class TenantCommandsIT {

    private static final Map<String, String> SETTINGS = Map.of("TENANTRY_BCRYPT_COST", "4");

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void two_tenants() {
        try (Installation installation = Installation.open(Configuration.load(SETTINGS, folder))) {
            installation.migrate();
            RegisterTenant registerTenant =
                    installation.tenantry().useCases().tenants().registerTenant();
            registerTenant.register(tenant("Zoë", "ada@a.example"));
            registerTenant.register(tenant("Longer name", "grace.hopper@longer.example"));
        }
    }

    @Test
    void tenants_lists_them_aligned_with_domain_and_owner() {
        assertThat(run("tenants")).isZero();

        String[] lines = out.toString().split("\\R");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).matches("NUMBER +SLUG +STATUS +DOMAIN +OWNER +NAME");
        assertThat(lines[2])
                .matches(
                        "2 +longer-name +active +longer-name\\.localhost +grace\\.hopper@longer\\.example +Longer name");
        for (String column : new String[] {"SLUG", "STATUS", "DOMAIN", "OWNER", "NAME"}) {
            int at = lines[0].indexOf(column);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.substring(at - 2, at)).isBlank());
            assertThat(lines).allSatisfy(line -> assertThat(line.charAt(at)).isNotEqualTo(' '));
        }
    }

    @Test
    void tenants_lists_them_as_json() throws JsonProcessingException {
        assertThat(run("tenants", "--json")).isZero();

        JsonNode second = new ObjectMapper().readTree(out.toString()).get(1);
        assertThat(second.at("/number").intValue()).isEqualTo(2);
        assertThat(second.at("/slug").textValue()).isEqualTo("longer-name");
        assertThat(second.at("/name").textValue()).isEqualTo("Longer name");
        assertThat(second.at("/status").textValue()).isEqualTo("active");
        assertThat(second.at("/domain").textValue()).isEqualTo("longer-name.localhost");
        assertThat(second.at("/owners/0").textValue()).isEqualTo("grace.hopper@longer.example");
        assertThat(second.at("/createdAt").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(second.at("/id").textValue()).hasSize(36);
    }

    @Test
    void a_tenant_is_suspended_and_activated_again() {
        assertThat(run("tenant", "suspend", "longer-name")).isZero();
        assertThat(run("tenants")).isZero();
        assertThat(run("tenant", "activate", "longer-name")).isZero();

        assertThat(out.toString())
                .containsSubsequence("longer-name is suspended", "longer-name  suspended", "longer-name is active");
    }

    @Test
    void a_tenant_that_is_not_there_is_told_in_one_line() {
        assertThat(run("tenant", "suspend", "nobody")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("tenantry: no tenant has the slug nobody: `tenants` lists them" + System.lineSeparator());
    }

    @Test
    void a_tenant_is_made_for_somebody_who_has_no_account_yet() {
        assertThat(run("tenant", "create", "New & Co", "--owner", "new@new.example"))
                .isZero();

        assertThat(out.toString())
                .contains("new-co is made, at new-co.localhost")
                .contains("new@new.example gets a mail by which they set a password");
        assertThat(run("tenants")).isZero();
        assertThat(out.toString()).contains("new@new.example");
    }

    @Test
    void a_tenant_is_made_for_nobody_by_wrong_words() {
        assertThat(run("tenant", "create", "Name", "--owner", "no address")).isEqualTo(2);
        assertThat(run("tenant", "create", "Name", "--owner", "a@a.example", "--slug", "www"))
                .isEqualTo(2);
        assertThat(run("tenant", "create", "\u0000", "--owner", "a@a.example")).isEqualTo(2);
        assertThat(run("tenant", "create", "Name", "--owner", "a@a.example", "--slug", "longer-name"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("another tenant has the slug");
    }

    @Test
    void audit_verify_tells_of_each_tenant_whether_its_audit_is_whole() {
        assertThat(run("audit", "verify")).isZero();
        assertThat(run("audit", "verify", "longer-name")).isZero();

        assertThat(out.toString())
                .containsPattern("zoe: \\d+ events, none changed or missing; [0-9a-f]{64}")
                .containsPattern("longer-name: \\d+ events, none changed or missing; [0-9a-f]{64}");
    }

    @Test
    void audit_verify_fails_where_an_event_was_changed() {
        run("tenant", "create", "Forged", "--owner", "forged@a.example");
        tamper("update tenant_forged.audit_event set action = 'session.sign_in'");

        assertThat(run("audit", "verify", "forged")).isEqualTo(1);
        assertThat(out.toString()).containsPattern("forged: BROKEN: event 1 \\([0-9a-f-]{36}\\) is changed");
    }

    private static void tamper(String sql) {
        try (Installation installation = Installation.open(Configuration.load(SETTINGS, folder))) {
            TenantId forged =
                    installation
                            .tenantry()
                            .useCases()
                            .tenants()
                            .listTenants()
                            .list(new ListTenants.Query(0, 100))
                            .stream()
                            .map(ListTenants.Listed::tenant)
                            .filter(tenant -> tenant.slug().value().equals("forged"))
                            .findFirst()
                            .orElseThrow()
                            .id();
            int changed = installation.tenantry().inTenant(forged, handle -> handle.execute(sql));
            assertThat(changed).isPositive();
        }
    }

    @Test
    void migrate_may_be_repeated() {
        assertThat(run("migrate")).isZero();
        assertThat(out.toString()).startsWith("up to date: ").contains(folder.toString());
    }

    @Test
    void a_secret_that_is_gone_is_told_in_one_line_and_not_replaced() throws IOException {
        Path secret = folder.resolve(".tenantry/secret");
        String kept = Files.readString(secret);
        Files.delete(secret);
        try {
            assertThat(run("tenants")).isEqualTo(1);
            assertThat(err.toString()).hasLineCount(1).contains("restore the file secret");
            assertThat(secret).doesNotExist();
        } finally {
            Files.writeString(secret, kept);
        }
    }

    @Test
    void a_secret_that_is_damaged_is_told_in_one_line() throws IOException {
        Path secret = folder.resolve(".tenantry/secret");
        String kept = Files.readString(secret);
        Files.writeString(secret, "damaged-secret");
        try {
            assertThat(run("tenants")).isEqualTo(1);
            assertThat(err.toString()).hasLineCount(1).contains("is damaged").doesNotContain("damaged-secret");
        } finally {
            Files.writeString(secret, kept);
        }
    }

    private int run(String... arguments) {
        return new CommandLineInterface(SETTINGS, folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private static RegisterTenant.Command tenant(String name, String owner) {
        return new RegisterTenant.Command(
                new TenantName(name),
                Optional.empty(),
                EmailAddress.of(owner),
                PersonName.NONE,
                new Password("correct horse battery"),
                Optional.empty(),
                Device.UNKNOWN);
    }
}
