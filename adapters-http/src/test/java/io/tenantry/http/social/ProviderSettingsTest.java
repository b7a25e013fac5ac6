package io.tenantry.http.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.social.ProviderName;
import io.tenantry.http.social.ProviderSettings.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com",
                "http://localhost.example.com",
                "https://id.example.com?x=1",
                "https://id.example.com#x",
                "https://user@id.example.com",
                "https:/id",
                "file:///etc",
                "id.example.com",
                ""
            })
    void an_issuer_is_an_https_URL(String issuer) {
        assertThatIllegalArgumentException().isThrownBy(() -> oidc(issuer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.com",
                "https://id.example.com/realms/main/",
                "http://localhost:8081/realms/main",
                "http://127.0.0.1:9",
                "http://[::1]:9"
            })
    void or_one_of_this_machine(String issuer) {
        assertThat(oidc(issuer).openIdIssuer()).isEqualTo(URI.create(issuer));
    }

    @Test
    void Google_is_known_by_its_issuer() {
        assertThat(of(Kind.GOOGLE, Optional.empty()).openIdIssuer())
                .isEqualTo(URI.create("https://accounts.google.com"));
    }

    @Test
    void only_a_provider_of_no_known_kind_has_an_issuer() {
        URI issuer = URI.create("https://id.example.com");
        assertThatIllegalArgumentException().isThrownBy(() -> of(Kind.OIDC, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> of(Kind.GOOGLE, Optional.of(issuer)));
        assertThatIllegalArgumentException().isThrownBy(() -> of(Kind.GITHUB, Optional.of(issuer)));
    }

    @Test
    void label_client_and_secret_must_be_there() {
        ProviderName name = new ProviderName("x");
        for (List<String> texts : List.of(List.of(" ", "c", "s"), List.of("l", "", "s"), List.of("l", "c", ""))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ProviderSettings(
                            name, texts.get(0), Kind.GITHUB, Optional.empty(), texts.get(1), texts.get(2)));
        }
    }

    @Test
    void two_providers_cannot_have_one_name() {
        ProviderSettings one = of(Kind.GITHUB, Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OidcProviders(List.of(one, one), URI.create("https://app.example.com")));
    }

    private static ProviderSettings oidc(String issuer) {
        return of(Kind.OIDC, Optional.of(URI.create(issuer)));
    }

    private static ProviderSettings of(Kind kind, Optional<URI> issuer) {
        return new ProviderSettings(new ProviderName("acme"), "Acme", kind, issuer, "client", "secret");
    }
}
