package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.http.social.ProviderSettings;
import io.tenantry.http.social.ProviderSettings.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialSettingsTest {

    @TempDir
    Path folder;

    @Test
    void nobody_is_asked_if_nobody_is_named() {
        assertThat(load(Map.of())).isEmpty();
    }

    @Test
    void Google_needs_no_issuer() {
        assertThat(load(Map.of(
                        "TENANTRY_OIDC_GOOGLE_CLIENT_ID",
                        "id",
                        "TENANTRY_OIDC_GOOGLE_CLIENT_SECRET",
                        "hunter2hunter2")))
                .singleElement()
                .satisfies(google -> {
                    assertThat(google.name().value()).isEqualTo("google");
                    assertThat(google.label()).isEqualTo("Google");
                    assertThat(google.kind()).isEqualTo(Kind.GOOGLE);
                    assertThat(google.issuer()).isEmpty();
                    assertThat(google.clientId()).isEqualTo("id");
                    assertThat(google.clientSecret()).isEqualTo("hunter2hunter2");
                });
    }

    @Test
    void Google_with_an_issuer_is_a_provider_like_others() {
        assertThat(load(Map.of(
                        "TENANTRY_OIDC_GOOGLE_ISSUER",
                        "http://localhost:9000",
                        "TENANTRY_OIDC_GOOGLE_CLIENT_ID",
                        "id",
                        "TENANTRY_OIDC_GOOGLE_CLIENT_SECRET",
                        "secret")))
                .singleElement()
                .satisfies(google -> {
                    assertThat(google.kind()).isEqualTo(Kind.OIDC);
                    assertThat(google.issuer()).contains(URI.create("http://localhost:9000"));
                });
    }

    @Test
    void GitHub_has_none() {
        assertThat(load(Map.of("TENANTRY_GITHUB_CLIENT_ID", "id", "TENANTRY_GITHUB_SECRET", "s")))
                .singleElement()
                .satisfies(gitHub -> {
                    assertThat(gitHub.name().value()).isEqualTo("github");
                    assertThat(gitHub.label()).isEqualTo("GitHub");
                    assertThat(gitHub.kind()).isEqualTo(Kind.GITHUB);
                    assertThat(gitHub.issuer()).isEmpty();
                });
    }

    @Test
    void any_other_is_named_as_in_its_settings_and_keeps_its_issuer_letter_by_letter() {
        List<ProviderSettings> providers = load(Map.of(
                "TENANTRY_OIDC_ACME_ID_ISSUER", "https://login.acme.example/realms/a/",
                "TENANTRY_OIDC_ACME_ID_CLIENT_ID", "id",
                "TENANTRY_OIDC_ACME_ID_CLIENT_SECRET", "secret",
                "TENANTRY_GITHUB_CLIENT_ID", "id",
                "TENANTRY_GITHUB_SECRET", "secret"));

        assertThat(providers).extracting(ProviderSettings::label).containsExactly("Acme Id", "GitHub");
        assertThat(providers.get(0).name().value()).isEqualTo("acme-id");
        assertThat(providers.get(0).issuer()).contains(URI.create("https://login.acme.example/realms/a/"));
    }

    @ParameterizedTest
    @CsvSource({
        "TENANTRY_OIDC_ACME_ISSUER, https://a.example, TENANTRY_OIDC_ACME_CLIENT_ID, TENANTRY_OIDC_ACME_CLIENT_SECRET",
        "TENANTRY_OIDC_ACME_CLIENT_ID, x, TENANTRY_OIDC_ACME_ISSUER, TENANTRY_OIDC_ACME_CLIENT_SECRET",
        "TENANTRY_OIDC_ACME_CLIENT_SECRET, x, TENANTRY_OIDC_ACME_ISSUER, TENANTRY_OIDC_ACME_CLIENT_ID",
        "TENANTRY_OIDC_GOOGLE_CLIENT_ID, x, TENANTRY_OIDC_GOOGLE_CLIENT_SECRET,",
        "TENANTRY_GITHUB_CLIENT_ID, x, TENANTRY_GITHUB_SECRET,",
        "TENANTRY_GITHUB_SECRET, x, TENANTRY_GITHUB_CLIENT_ID,"
    })
    void of_a_set_that_is_not_complete_each_missing_one_is_named(
            String name, String value, String missing, String alsoMissing) {
        assertThat(faults(Map.of(name, value)))
                .hasSize(alsoMissing == null ? 1 : 2)
                .allMatch(line -> line.endsWith("would do") && line.contains("must be given with " + name))
                .anyMatch(line -> line.startsWith(missing + " is missing"))
                .anyMatch(line -> line.startsWith((alsoMissing == null ? missing : alsoMissing) + " is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://login.acme.example, false",
        "login.acme.example, false",
        "https://login.acme.example/?a=b, false",
        "https://u:p@login.acme.example, false",
        "http://127.0.0.1:9000/issuer, true",
        "http://localhost:9000, true",
        "https://login.acme.example, true"
    })
    void an_issuer_is_asked_over_TLS_but_on_this_machine(String issuer, boolean usable) {
        Map<String, String> settings = Map.of(
                "TENANTRY_OIDC_ACME_ISSUER",
                issuer,
                "TENANTRY_OIDC_ACME_CLIENT_ID",
                "id",
                "TENANTRY_OIDC_ACME_CLIENT_SECRET",
                "secret");

        if (usable) {
            assertThat(load(settings)).hasSize(1);
        } else {
            assertThat(faults(settings)).singleElement().asString().startsWith("TENANTRY_OIDC_ACME_ISSUER=");
        }
    }

    @ParameterizedTest
    @CsvSource({"GITHUB", "_X", "A_NAME_OF_MORE_THAN_40_LETTERS_AND_SO_TOO_LONG"})
    void a_name_that_cannot_stand_in_a_path_is_refused(String name) {
        assertThat(faults(Map.of(
                        "TENANTRY_OIDC_" + name + "_ISSUER",
                        "https://a.example",
                        "TENANTRY_OIDC_" + name + "_CLIENT_ID",
                        "id",
                        "TENANTRY_OIDC_" + name + "_CLIENT_SECRET",
                        "secret")))
                .singleElement()
                .asString()
                .contains("a NAME of 1 to 40");
    }

    @Test
    void no_text_shows_a_secret() {
        Map<String, String> settings = Map.of(
                "TENANTRY_OIDC_GOOGLE_CLIENT_ID", "id",
                "TENANTRY_OIDC_GOOGLE_CLIENT_SECRET", "hunter2hunter2",
                "TENANTRY_GITHUB_CLIENT_ID", "id",
                "TENANTRY_GITHUB_SECRET", "hunter3hunter3");

        assertThat(Configuration.load(settings, folder).toString()).doesNotContain("hunter");
    }

    private List<ProviderSettings> load(Map<String, String> environment) {
        return Configuration.load(environment, folder).providers();
    }

    private List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(ConfigurationException.class, () -> load(environment))
                .faults();
    }
}
