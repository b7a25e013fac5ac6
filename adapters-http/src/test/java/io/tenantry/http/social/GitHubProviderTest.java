package io.tenantry.http.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.social.ProviderSettings.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's web application flow, against a server that answers as GitHub's documentation says. */
class GitHubProviderTest {

    private static final ProviderName NAME = new ProviderName("github");
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String TOKEN = "/login/oauth/access_token";
    private static final String GRANTED =
            "{\"access_token\":\"gho_1\",\"scope\":\"user:email\",\"token_type\":\"bearer\"}";

    private final LoopbackServer server = new LoopbackServer();
    private final AtomicReference<Map<String, String>> redeemed = new AtomicReference<>();
    private final OidcProviders providers = new OidcProviders(
            List.of(new ProviderSettings(NAME, "GitHub", Kind.GITHUB, Optional.empty(), "Iv1.abc", "s3cret")),
            URI.create("https://app.example.com"),
            new Surroundings(
                    new GitHubAddresses(server.address(), server.address()),
                    InstantSource.system(),
                    Duration.ofSeconds(10)));

    @BeforeEach
    void answerAsGitHub() {
        server.on(TOKEN, this::grant);
        server.on("/user", exchange -> api(exchange, "{\"id\":583231,\"login\":\"octocat\",\"name\":\"Mona Lisa\"}"));
        server.on("/user/emails", exchange -> api(exchange, """
                [{"email":"other@example.com","primary":false,"verified":true,"visibility":null},
                 {"email":"mona@example.com","primary":true,"verified":true,"visibility":"public"}]"""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_browser_is_sent_with_PKCE_and_state_for_addresses_alone() {
        URI address = providers.authorizationUri(NAME, "the-state", "nonce", VERIFIER);
        assertThat(address.toString()).startsWith(server.address() + "/login/oauth/authorize?");
        assertThat(ScriptedProvider.single(address.getRawQuery()))
                .containsOnly(
                        Map.entry("response_type", "code"),
                        Map.entry("client_id", "Iv1.abc"),
                        Map.entry("redirect_uri", "https://app.example.com/social/callback"),
                        Map.entry("scope", "user:email"),
                        Map.entry("state", "the-state"),
                        Map.entry("code_challenge_method", "S256"),
                        Map.entry("code_challenge", ScriptedProvider.challenge(VERIFIER)));
    }

    @Test
    void R6_8_1_a_person_is_named_by_the_accounts_number() {
        ExternalIdentity identity = redeem();
        assertThat(identity.issuer()).isEqualTo("https://github.com");
        assertThat(identity.subject()).isEqualTo("583231");
        assertThat(identity.verifiedEmail()).contains(EmailAddress.of("mona@example.com"));
        assertThat(identity.name().full()).isEqualTo("Mona Lisa");
    }

    @Test
    void a_code_is_redeemed_with_secret_verifier_and_address() {
        redeem();
        assertThat(redeemed.get())
                .containsOnly(
                        Map.entry("grant_type", "authorization_code"),
                        Map.entry("code", "the-code"),
                        Map.entry("client_id", "Iv1.abc"),
                        Map.entry("client_secret", "s3cret"),
                        Map.entry("redirect_uri", "https://app.example.com/social/callback"),
                        Map.entry("code_verifier", VERIFIER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "\"x\"",
                "[{\"email\":\"mona@example.com\",\"primary\":true,\"verified\":false}]",
                "[{\"email\":\"mona@example.com\",\"primary\":false,\"verified\":true}]",
                "[{\"email\":\"mona@example.com\",\"primary\":true,\"verified\":\"true\"}]",
                "[{\"email\":[\"mona@example.com\"],\"primary\":true,\"verified\":true}]",
                "[{\"email\":\"no address\",\"primary\":true,\"verified\":true}]"
            })
    void only_a_primary_and_verified_address_counts(String emails) {
        server.on("/user/emails", exchange -> api(exchange, emails));
        ExternalIdentity identity = redeem();
        assertThat(identity.email()).isEmpty();
        assertThat(identity.verifiedEmail()).isEmpty();
        assertThat(identity.subject()).isEqualTo("583231");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{\"id\":\"583231\"}",
                "{\"id\":1.5}",
                "{\"id\":null}",
                "{\"id\":",
                "<html>"
            })
    void R6_8_2_who_has_no_number_is_nobody(String user) {
        server.on("/user", exchange -> api(exchange, user));
        assertThatThrownBy(this::redeem).isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void a_missing_name_is_none() {
        server.on("/user", exchange -> api(exchange, "{\"id\":583231,\"name\":null}"));
        assertThat(redeem().name().full()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"bad_verification_code\",\"error_description\":\"…\"}",
                "{}",
                "[]",
                "",
                "{\"access_token\":1,\"token_type\":\"bearer\"}",
                "{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"bearer\"}"
            })
    void a_code_that_is_refused_signs_nobody_in(String answer) {
        server.on(TOKEN, LoopbackServer.json(200, answer));
        assertThatThrownBy(this::redeem).isInstanceOf(SocialSignInFailed.class);
        assertThat(server.asked("/user")).isZero();
    }

    @Test
    void an_access_token_that_serves_nothing_signs_nobody_in() {
        server.on("/user", LoopbackServer.json(401, "{\"message\":\"Bad credentials\"}"));
        assertThatThrownBy(this::redeem).isInstanceOf(SocialSignInFailed.class);
        answerAsGitHub();
        server.on("/user/emails", LoopbackServer.json(403, "{}"));
        assertThatThrownBy(this::redeem).isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void where_GitHub_is_down_it_is_unavailable() {
        for (String path : List.of(TOKEN, "/user", "/user/emails")) {
            answerAsGitHub();
            server.on(path, LoopbackServer.json(502, "{}"));
            assertThatThrownBy(this::redeem).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void an_answer_that_names_another_issuer_was_mixed_up() {
        assertThatThrownBy(() -> redeem(Optional.of("https://accounts.google.com")))
                .isInstanceOf(SocialSignInFailed.class);
        assertThat(redeem(Optional.of("https://github.com/login/oauth")).subject())
                .isEqualTo("583231");
    }

    private void grant(HttpExchange exchange) throws IOException {
        redeemed.set(ScriptedProvider.single(ScriptedProvider.body(exchange)));
        boolean json = "application/json".equals(exchange.getRequestHeaders().getFirst("Accept"));
        LoopbackServer.answer(exchange, json ? 200 : 406, "application/json; charset=utf-8", GRANTED);
    }

    /** GitHub refuses who does not say what program it is. */
    private static void api(HttpExchange exchange, String body) throws IOException {
        boolean allowed = "Bearer gho_1".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && exchange.getRequestHeaders().containsKey("User-Agent");
        LoopbackServer.answer(exchange, allowed ? 200 : 401, "application/json; charset=utf-8", body);
    }

    private ExternalIdentity redeem() {
        return redeem(Optional.empty());
    }

    private ExternalIdentity redeem(Optional<String> issuer) {
        Authorization authorization = new Authorization(
                new SecretToken("state").digest(),
                new SecretToken("b").digest(),
                NAME,
                Optional.empty(),
                "nonce",
                VERIFIER,
                Instant.now());
        return providers.redeem(authorization, "the-code", issuer);
    }
}
