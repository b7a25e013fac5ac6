package io.tenantry.http.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.http.social.ProviderSettings.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that refuse, hang, talk too much or nonsense: none holds a thread for long, and none is believed. */
class SilentProvidersTest {

    private static final ProviderName NAME = new ProviderName("acme");
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** Much longer, for a machine that has other things to do; what hangs here hangs for ever. */
    private static final Duration SOON = PATIENCE.multipliedBy(18);

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final ScriptedProvider provider = new ScriptedProvider();
    private final MovedClock clock = new MovedClock();
    private final OidcProviders providers = providers(Duration.ofSeconds(10));
    private final OidcProviders impatient = providers(PATIENCE);

    @AfterEach
    void stop() {
        provider.close();
    }

    static Stream<Named<HttpHandler>> noAnswers() {
        return Stream.of(
                handler("an error", LoopbackServer.json(503, "{}")),
                handler("too many requests", LoopbackServer.json(429, "{}")),
                handler("a hung-up line", HttpExchange::close),
                handler("a flood", SilentProvidersTest::flood),
                handler("a trickle", SilentProvidersTest::trickle));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void a_token_endpoint_without_an_answer_makes_the_provider_unavailable(HttpHandler handler) {
        provider.server.on("/token", handler);
        assertUnavailableSoon();
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void discovery_without_an_answer_makes_the_provider_unavailable(HttpHandler handler) {
        provider.server.on(DISCOVERY, handler);
        assertThat(isUnavailable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void keys_without_an_answer_make_the_provider_unavailable(HttpHandler handler) {
        provider.server.on("/jwks", handler);
        assertUnavailableSoon();
    }

    @Test
    void whatever_hangs_is_given_up_in_time() {
        for (String path : List.of("/token", "/jwks")) {
            provider.server.hang(path);
            assertUnavailableSoon();
        }
    }

    static Stream<Named<HttpHandler>> refusals() {
        return Stream.of(
                handler("a wrong client", LoopbackServer.json(401, "{\"error\":\"invalid_client\"}")),
                handler("a wrong code", LoopbackServer.json(400, "{\"error\":\"invalid_grant\"}")),
                handler("a wrong code in odd words", LoopbackServer.json(400, "{\"error\":\"\\u001b[2J\\r\\n\"}")),
                handler("HTML", exchange -> LoopbackServer.answer(exchange, 200, "text/html", "<html>")),
                handler("HTML as a refusal", exchange -> LoopbackServer.answer(exchange, 400, "text/html", "<html>")),
                handler("nothing", LoopbackServer.json(200, "")),
                handler("a list", LoopbackServer.json(200, "[]")),
                handler("broken JSON", LoopbackServer.json(200, "{\"access_token\":")),
                handler("deep JSON", LoopbackServer.json(200, "[".repeat(100_000))),
                handler("no ID token", LoopbackServer.json(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}")),
                handler(
                        "a number for one",
                        LoopbackServer.json(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":1}")),
                handler("a redirect", SilentProvidersTest::redirect));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_token_endpoint_that_refuses_or_talks_nonsense_signs_nobody_in(HttpHandler handler) {
        provider.server.on("/token", handler);
        assertSignsNobodyIn();
        assertThat(provider.server.asked("/elsewhere")).isZero();
    }

    static Stream<Named<HttpHandler>> oddDiscoveries() {
        return Stream.concat(
                refusals(),
                Stream.of(
                        handler("another issuer", metadata("https://evil.example", "https://evil.example", "RS256")),
                        handler("an endpoint in clear", metadata(null, "http://evil.example", "RS256")),
                        handler("an endpoint in a file", metadata(null, "file:///etc", "RS256")),
                        handler("no asymmetric algorithm", metadata(null, null, "HS256"))));
    }

    @ParameterizedTest
    @MethodSource("oddDiscoveries")
    void a_discovery_that_cannot_be_used_makes_the_provider_unavailable(HttpHandler handler) {
        provider.server.on(DISCOVERY, handler);
        assertThatThrownBy(this::start).isInstanceOf(Unavailable.class);
        assertThat(provider.server.asked("/elsewhere")).isZero();
    }

    @Test
    void a_user_info_endpoint_that_refuses_signs_nobody_in() {
        provider.metadata.put("userinfo_endpoint", provider.issuer() + "/userinfo");
        provider.person.remove("email");
        for (HttpHandler handler : refusals().map(Named::getPayload).toList()) {
            provider.server.on("/userinfo", handler);
            assertSignsNobodyIn();
        }
    }

    @Test
    void a_provider_is_asked_who_it_is_once_an_hour() {
        signIn();
        signIn();
        clock.advance(Duration.ofMinutes(59));
        signIn();
        assertThat(provider.server.asked(DISCOVERY)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        signIn();
        assertThat(provider.server.asked(DISCOVERY)).isEqualTo(2);
    }

    @Test
    void keys_are_remembered_and_an_unknown_one_is_looked_for_at_most_twice_a_minute() {
        signIn();
        signIn();
        assertThat(provider.server.asked("/jwks")).isEqualTo(1);
        RSAKey other = ScriptedProvider.rsaKey("other");
        provider.signer = all -> ScriptedProvider.signed(all, other);
        clock.advance(Duration.ofSeconds(31));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::signIn).isInstanceOf(SocialSignInFailed.class);
        }
        assertThat(provider.server.asked("/jwks")).isEqualTo(2);
    }

    @Test
    void after_a_failure_nobody_asks_for_a_moment() {
        provider.server.on(DISCOVERY, LoopbackServer.json(503, "{}"));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::start).isInstanceOf(Unavailable.class);
        }
        assertThat(provider.server.asked(DISCOVERY)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(6));
        assertThatThrownBy(this::start).isInstanceOf(Unavailable.class);
        assertThat(provider.server.asked(DISCOVERY)).isEqualTo(2);
    }

    @Test
    void a_provider_that_hangs_holds_some_threads_and_no_more() {
        provider.server.hang(DISCOVERY);
        ExecutorService many = Executors.newFixedThreadPool(3 * ProviderCalls.PLACES);
        long begin = System.nanoTime();
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 3 * ProviderCalls.PLACES)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::isUnavailable, many))
                .toList();
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isTrue());
        many.shutdown();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        assertThat(provider.server.asked(DISCOVERY)).isLessThanOrEqualTo(2);
    }

    private boolean isUnavailable() {
        try {
            start(impatient);
            return false;
        } catch (Unavailable unavailable) {
            return true;
        }
    }

    private void assertUnavailableSoon() {
        String code = provider.visit(start()).code();
        long begin = System.nanoTime();
        assertThatThrownBy(() -> redeem(impatient, code)).isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    private void assertSignsNobodyIn() {
        assertThatThrownBy(this::signIn).isInstanceOf(SocialSignInFailed.class);
    }

    private ExternalIdentity signIn() {
        return redeem(providers, provider.visit(start()).code());
    }

    private URI start() {
        return start(providers);
    }

    private static URI start(OidcProviders by) {
        return by.authorizationUri(NAME, "state", "nonce", VERIFIER);
    }

    private static ExternalIdentity redeem(OidcProviders by, String code) {
        Authorization authorization = new Authorization(
                new SecretToken("state").digest(),
                new SecretToken("b").digest(),
                NAME,
                Optional.empty(),
                "nonce",
                VERIFIER,
                Instant.now());
        return by.redeem(authorization, code, Optional.empty());
    }

    private OidcProviders providers(Duration patience) {
        ProviderSettings settings = new ProviderSettings(
                NAME,
                "Acme",
                Kind.OIDC,
                Optional.of(URI.create(provider.issuer())),
                ScriptedProvider.CLIENT,
                ScriptedProvider.SECRET);
        return new OidcProviders(
                List.of(settings),
                URI.create("https://app.example.com"),
                new Surroundings(GitHubAddresses.PUBLIC, clock, patience));
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] much = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1024; i++) {
            exchange.getResponseBody().write(much);
        }
        exchange.close();
    }

    /** The head comes at once, the body never. */
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        LoopbackServer.answer(exchange, 302, "application/json", "");
    }

    private static HttpHandler metadata(String issuer, String endpoints, String algorithm) {
        return exchange -> {
            String own = "http://" + exchange.getRequestHeaders().getFirst("Host");
            String base = endpoints == null ? own : endpoints;
            LoopbackServer.answer(exchange, 200, "application/json", """
                    {"issuer":"%s","authorization_endpoint":"%s/a","token_endpoint":"%s/t","jwks_uri":"%s/j",
                    "subject_types_supported":["public"],"response_types_supported":["code"],
                    "id_token_signing_alg_values_supported":["%s"]}""".formatted(
                            issuer == null ? own : issuer, base, base, base, algorithm));
        };
    }

    private static Named<HttpHandler> handler(String name, HttpHandler handler) {
        return Named.of(name, handler);
    }
}
