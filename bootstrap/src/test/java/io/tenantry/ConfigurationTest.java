package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.application.Policies;
import io.tenantry.domain.audit.Retention;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.Signup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String DATABASE = "postgres://app:pa55word@db.example:5432/accounts";

    @TempDir
    Path folder;

    @Test
    void nothing_given_is_a_server_on_loopback_with_an_embedded_database_and_files_for_mail() {
        Configuration standard = load(Map.of());

        assertThat(standard.server().host()).isEqualTo("127.0.0.1");
        assertThat(standard.server().port()).isEqualTo(8080);
        assertThat(standard.server().publicUrlAt(8080)).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(standard.server().corsOrigins()).isEmpty();
        assertThat(standard.server().trustedProxies()).isEmpty();
        assertThat(standard.server().webhookAllow()).isEmpty();
        assertThat(standard.database().external()).isEmpty();
        assertThat(standard.database().schema()).isEqualTo("tenantry");
        assertThat(standard.database().pool()).isEqualTo(10);
        assertThat(standard.mail().smtpUrl()).isEmpty();
        assertThat(standard.mail().from()).isEqualTo("Tenantry <no-reply@localhost>");
        assertThat(standard.policies()).isEqualTo(Policies.STANDARD);
        assertThat(standard.bcryptCost()).isEqualTo(12);
        assertThat(standard.data()).isEqualTo(folder.resolve(".tenantry"));
        assertThat(standard.secret().current()).isEmpty();
        assertThat(standard.providers()).isEmpty();
        assertThat(standard.securityLog()).isEmpty();
        assertThat(standard.breachedPasswords()).isEmpty();
        assertThat(standard.server().metricsToken()).isEmpty();
        assertThat(standard.server().webAuthnRpId()).isEmpty();
        assertThat(standard.warnings()).isEmpty();
    }

    @Test
    void everything_given_is_taken() throws IOException {
        Files.writeString(folder.resolve("breached.txt"), "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:3\n");
        Configuration configuration = load(Map.ofEntries(
                Map.entry("PORT", "9000"),
                Map.entry("TENANTRY_HOST", "0.0.0.0"),
                Map.entry("TENANTRY_PUBLIC_URL", "https://accounts.example.com/"),
                Map.entry("TENANTRY_AUDIENCE", "api"),
                Map.entry("TENANTRY_CORS_ORIGINS", "https://a.example, http://localhost:5173"),
                Map.entry("TENANTRY_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                Map.entry("TENANTRY_WEBHOOK_ALLOW", "127.0.0.1, fd00::/8"),
                Map.entry("DATABASE_URL", DATABASE),
                Map.entry("DATABASE_OWNER_URL", "jdbc:postgresql://db.example/accounts?user=owner&password=x"),
                Map.entry("DATABASE_LISTEN_URL", "postgresql://app:x@one,two/accounts"),
                Map.entry("DATABASE_POOL", "25"),
                Map.entry("TENANTRY_SCHEMA", "accounts"),
                Map.entry("TENANTRY_SECRET", SECRET),
                Map.entry("TENANTRY_SECRET_PREVIOUS", SECRET + "," + SECRET),
                Map.entry("TENANTRY_BASE_DOMAIN", "example.com"),
                Map.entry("SMTP_URL", "smtp://u:p@mail.example:587?starttls=required"),
                Map.entry("MAIL_FROM", "Accounts <no-reply@example.com>"),
                Map.entry("TENANTRY_LINK_VERIFY", "https://app.example.com/verify?token={token}"),
                Map.entry("TENANTRY_LINK_RESET", "https://app.example.com/reset/{token}"),
                Map.entry("TENANTRY_EMAIL_VERIFICATION", "always"),
                Map.entry("TENANTRY_BCRYPT_COST", "4"),
                Map.entry("TENANTRY_ACCESS_TTL", "15m"),
                Map.entry("TENANTRY_REFRESH_TTL", "90s"),
                Map.entry("TENANTRY_REMEMBER_TTL", "7d"),
                Map.entry("TENANTRY_SESSION_MAX", "12h"),
                Map.entry("TENANTRY_LINK_EMAIL", "https://app.example.com/email/{token}"),
                Map.entry("TENANTRY_LINK_INVITE", "https://app.example.com/join/{token}"),
                Map.entry("TENANTRY_SIGNUP", "invite"),
                Map.entry("TENANTRY_UNVERIFIED_TENANTS", "14d"),
                Map.entry("TENANTRY_RATE_LIMITS", "off"),
                Map.entry("TENANTRY_AUDIT_DAYS", "400"),
                Map.entry("TENANTRY_SESSION_DAYS", "7"),
                Map.entry("TENANTRY_MAIL_DAYS", "1"),
                Map.entry("TENANTRY_SECURITY_LOG", "security.log"),
                Map.entry("TENANTRY_BREACHED_PASSWORDS", "breached.txt"),
                Map.entry("DATABASE_ENGINE", "postgres")));

        assertThat(configuration.server().publicUrlAt(1)).isEqualTo(URI.create("https://accounts.example.com"));
        assertThat(configuration.server().audience()).contains("api");
        assertThat(configuration.server().corsOrigins())
                .containsExactlyInAnyOrder("https://a.example", "http://localhost:5173");
        assertThat(configuration.server().trustedProxies()).containsExactly("10.0.0.0/8", "::1");
        assertThat(configuration.server().webhookAllow()).containsExactly("127.0.0.1", "fd00::/8");
        assertThat(configuration.database().external()).hasValueSatisfying(external -> {
            assertThat(external.url()).isEqualTo(DATABASE);
            assertThat(external.ownerUrl()).isPresent();
            assertThat(external.listenUrl()).isPresent();
        });
        assertThat(configuration.secret().current()).isPresent();
        assertThat(configuration.secret().previous()).hasSize(2);
        assertThat(configuration.policies().tokens().access()).isEqualTo(Duration.ofMinutes(15));
        assertThat(configuration.policies().tokens().idle()).isEqualTo(Duration.ofSeconds(90));
        assertThat(configuration.policies().tokens().remembered()).isEqualTo(Duration.ofDays(7));
        assertThat(configuration.policies().tokens().maximum()).isEqualTo(Duration.ofHours(12));
        assertThat(configuration.policies().emailVerification()).isEqualTo(EmailVerification.ALWAYS);
        assertThat(configuration.policies().baseDomain().value()).isEqualTo("example.com");
        assertThat(configuration.policies().rateLimits()).isFalse();
        assertThat(configuration.policies().retention())
                .isEqualTo(new Retention(Duration.ofDays(400), Duration.ofDays(7), Duration.ofDays(1)));
        assertThat(configuration.mail().emailLink()).contains("https://app.example.com/email/{token}");
        assertThat(configuration.mail().inviteLink()).contains("https://app.example.com/join/{token}");
        assertThat(configuration.policies().signup()).isEqualTo(Signup.INVITE);
        assertThat(configuration.policies().unverifiedTenants()).isEqualTo(Duration.ofDays(14));
        assertThat(configuration.securityLog()).contains(folder.resolve("security.log"));
        assertThat(configuration.breachedPasswords()).contains(folder.resolve("breached.txt"));
        assertThat(configuration.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT|http|a number from 0 to 65535",
                "PORT|65536|a number from 0 to 65535",
                "PORT|-1|a number from 0 to 65535",
                "TENANTRY_HOST|a b|a host name",
                "TENANTRY_PUBLIC_URL|accounts.example.com|https://accounts.example.com",
                "TENANTRY_PUBLIC_URL|ftp://accounts.example.com|https://accounts.example.com",
                "TENANTRY_PUBLIC_URL|https://accounts.example.com?a=b|https://accounts.example.com",
                "TENANTRY_PUBLIC_URL|https://a b|https://accounts.example.com",
                "TENANTRY_CORS_ORIGINS|*|exact origins",
                "TENANTRY_CORS_ORIGINS|https://a.example/path|exact origins",
                "TENANTRY_CORS_ORIGINS|https://a.example,|exact origins",
                "TENANTRY_WEBHOOK_ALLOW|localhost|IP addresses",
                "TENANTRY_WEBHOOK_ALLOW|10.0.0.0/33|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|proxy.example|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|10.0.0.0/33|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|10.0.0.0/+8|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|10.0.0.0/|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|::1/129|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|300.0.0.1|IP addresses",
                "TENANTRY_TRUSTED_PROXIES|::1/129|IP addresses",
                "DATABASE_POOL|0|a number from 1 to 70",
                "DATABASE_POOL|71|a number from 1 to 70",
                "TENANTRY_SCHEMA|Tenantry|a name of up to 40",
                "TENANTRY_SCHEMA|pg_mine|a name of up to 40",
                "TENANTRY_SCHEMA|tenant_mine|a name of up to 40",
                "TENANTRY_BASE_DOMAIN|Example.com|a domain such as example.com",
                "MAIL_FROM|nobody|Name <address@example.com>",
                "TENANTRY_LINK_VERIFY|https://app.example.com/verify|{token}",
                "TENANTRY_LINK_RESET|javascript:{token}|{token}",
                "TENANTRY_EMAIL_VERIFICATION|sometimes|contract, always or never",
                "TENANTRY_BCRYPT_COST|3|a number from 4 to 16",
                "TENANTRY_BCRYPT_COST|17|a number from 4 to 16",
                "TENANTRY_ACCESS_TTL|1 hour|a duration such as",
                "TENANTRY_ACCESS_TTL|0s|a duration such as",
                "TENANTRY_REFRESH_TTL|-1h|a duration such as",
                "TENANTRY_REMEMBER_TTL|999999d|a duration such as",
                "TENANTRY_SESSION_MAX|1w|a duration such as",
                "TENANTRY_RATE_LIMITS|maybe|on or off",
                "TENANTRY_RATE_LIMITS|ON|on or off",
                "TENANTRY_BREACHED_PASSWORDS|/nowhere/breached|the path of a file",
                "TENANTRY_LINK_INVITE|https://app.example.com/join|{token}",
                "TENANTRY_SIGNUP|closed|open, invite or operator",
                "TENANTRY_UNVERIFIED_TENANTS|-1d|30d",
                "TENANTRY_LINK_EMAIL|https://app.example.com/email|{token}",
                "TENANTRY_AUDIT_DAYS|0|a number of days from 1",
                "TENANTRY_SESSION_DAYS|30d|a number of days from 1",
                "TENANTRY_MAIL_DAYS|36501|a number of days from 1",
                "TENANTRY_WEBAUTHN_RP_ID|example.com|the public URL's host, localhost,",
                "TENANTRY_WEBAUTHN_RP_ID|host|the public URL's host, localhost,",
                "DATABASE_ENGINE|citus|not supported by this version; postgres",
                "TENANTRY_TENANT_MIGRATIONS|db/mine|db/mine is no folder; a folder of SQL files, or classpath:",
                "TENANTRY_TENANT_MIGRATIONS|classpath:db/none|no such folder on the class path; a folder of SQL files",
            })
    void a_value_that_cannot_be_used_is_named_with_what_would_do(String name, String value, String wouldDo) {
        assertThat(faults(Map.of(name, value)))
                .singleElement()
                .asString()
                .satisfies(line -> assertThat(line)
                        .startsWith(name + "=" + value + " cannot be used: ")
                        .contains(wouldDo)
                        .endsWith(" would do"));
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(faults(Map.of("PORT", "x", "TENANTRY_ACCESS_TTL", "y", "TENANTRY_SIGNUP", "z")))
                .hasSize(3);
    }

    @Test
    void a_database_needs_a_secret() {
        assertThat(faults(Map.of("DATABASE_URL", DATABASE)))
                .singleElement()
                .asString()
                .startsWith("TENANTRY_SECRET is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_OWNER_URL", "DATABASE_LISTEN_URL"})
    void the_other_database_urls_need_the_first(String name) {
        assertThat(faults(Map.of(name, DATABASE)))
                .singleElement()
                .asString()
                .startsWith(name)
                .contains("needs DATABASE_URL")
                .doesNotContain("pa55word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATABASE_URL|mysql://u:hunter2hunter2@db/accounts",
                "DATABASE_URL|jdbc:mysql://db/accounts?user=u&password=hunter2hunter2",
                "SMTP_URL|smtp://u:hunter2hunter2@mail.example:587?starttls=perhaps",
                "SMTP_URL|smtp://u:hunter2@hunter2@mail.example",
                "TENANTRY_SECRET|hunter2hunter2",
                "TENANTRY_SECRET_PREVIOUS|hunter2hunter2",
            })
    void no_fault_shows_a_secret(String name, String value) {
        List<String> faults = faults(Map.of(name, value));

        assertThat(faults).anyMatch(line -> line.startsWith(name + "="));
        assertThat(faults).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void a_fault_is_one_line_whatever_the_value() {
        assertThat(faults(Map.of("TENANTRY_HOST", "a\nFORGED b\u2028c")))
                .singleElement()
                .asString()
                .hasLineCount(1)
                .doesNotContain("\n", "\u2028");
    }

    @Test
    void its_text_shows_no_secret() {
        Configuration configuration = load(Map.of(
                "DATABASE_URL",
                DATABASE,
                "DATABASE_OWNER_URL",
                "postgres://owner:pa55word@db.example/accounts",
                "TENANTRY_SECRET",
                SECRET,
                "SMTP_URL",
                "smtp://user:pa55word@mail.example"));

        assertThat(configuration.toString()).doesNotContain("pa55word", SECRET).contains("db.example");
    }

    @Test
    void a_blank_value_is_none() {
        assertThat(load(Map.of("PORT", " ", "SMTP_URL", "")).server().port()).isEqualTo(8080);
    }

    @Test
    void the_file_counts_where_no_variable_does() throws IOException {
        file("PORT=9001\nTENANTRY_BCRYPT_COST=5\nMAIL_FROM=Zoë <zoe@example.com>\n");

        Configuration configuration = load(Map.of("PORT", "9002"));

        assertThat(configuration.server().port()).isEqualTo(9002);
        assertThat(configuration.bcryptCost()).isEqualTo(5);
        assertThat(configuration.mail().from()).isEqualTo("Zoë <zoe@example.com>");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_fault() throws IOException {
        file("PORT=\\uZZZZ\n");

        assertThat(faults(Map.of())).singleElement().asString().startsWith("tenantry.properties cannot be read");
    }

    @Test
    void an_unknown_name_is_warned_of_with_the_nearest_known_one() throws IOException {
        file("DATABSE_URL=x\n");

        assertThat(load(Map.of("TENANTRY_PUBLICURL", "x", "PATH", "/bin", "PORT", "1"))
                        .warnings())
                .containsExactly(
                        "DATABSE_URL is not known and has no effect: did you mean DATABASE_URL?",
                        "TENANTRY_PUBLICURL is not known and has no effect: did you mean TENANTRY_PUBLIC_URL?");
    }

    @Test
    void rate_limits_may_be_switched_off() {
        assertThat(load(Map.of("TENANTRY_RATE_LIMITS", "off")).policies().rateLimits())
                .isFalse();
        assertThat(load(Map.of("TENANTRY_RATE_LIMITS", "on")).policies().rateLimits())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.example.com", "example.com"})
    void passkeys_are_for_the_public_host_or_a_domain_that_it_belongs_to(String domain) {
        assertThat(load(Map.of(
                                "TENANTRY_PUBLIC_URL",
                                "https://accounts.example.com",
                                "TENANTRY_WEBAUTHN_RP_ID",
                                domain))
                        .server()
                        .webAuthnRpId())
                .contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example.com", "s.example.com", "ample.com", "com", "a.accounts.example.com", "."})
    void passkeys_for_any_other_domain_are_refused(String domain) {
        assertThat(faults(Map.of(
                        "TENANTRY_PUBLIC_URL", "https://accounts.example.com", "TENANTRY_WEBAUTHN_RP_ID", domain)))
                .singleElement()
                .asString()
                .contains("the public URL's host, accounts.example.com,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password\n", "FFFFFFFFFF\n0000000000\n"})
    void a_file_of_breached_passwords_of_another_form_is_refused(String text) throws IOException {
        Files.writeString(folder.resolve("breached.txt"), text);

        assertThat(faults(Map.of("TENANTRY_BREACHED_PASSWORDS", "breached.txt")))
                .singleElement()
                .asString()
                .startsWith("TENANTRY_BREACHED_PASSWORDS=breached.txt cannot be used: the breached passwords in ")
                .endsWith("a sorted file of SHA-1 hashes, one a line, would do");
    }

    @Test
    void a_token_for_metrics_is_visible_ASCII_and_shown_nowhere() {
        assertThat(load(Map.of("TENANTRY_METRICS_TOKEN", "hunter2hunter2")))
                .satisfies(loaded -> assertThat(loaded.server().metricsToken()).contains("hunter2hunter2"))
                .asString()
                .doesNotContain("hunter");
        assertThat(faults(Map.of("TENANTRY_METRICS_TOKEN", "hunter hunter")))
                .singleElement()
                .asString()
                .startsWith("TENANTRY_METRICS_TOKEN=***")
                .doesNotContain("hunter");
    }

    @Test
    void a_port_taken_by_chance_is_warned_of() {
        assertThat(load(Map.of("PORT", "0")).warnings())
                .singleElement()
                .asString()
                .contains("changes at each start");
        assertThat(load(Map.of("PORT", "0", "TENANTRY_PUBLIC_URL", "https://a.example"))
                        .warnings())
                .isEmpty();
    }

    private Configuration load(Map<String, String> environment) {
        return Configuration.load(environment, folder);
    }

    private List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(ConfigurationException.class, () -> load(environment))
                .faults();
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("tenantry.properties"), text);
    }
}
