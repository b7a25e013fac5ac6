package io.tenantry.http.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.social.ProviderSettings.Kind;
import io.tenantry.http.social.ScriptedProvider.Return;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0, section 3.1, against a provider over a socket. */
class OidcProvidersTest {

    private static final ProviderName NAME = new ProviderName("acme");
    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String STATE = "af0ifjsldkj";

    private static final RSAKey OTHER_KEY = ScriptedProvider.rsaKey("rsa-1");
    private static final RSAKey UNPUBLISHED_KEY = ScriptedProvider.rsaKey("rsa-9");

    private final ScriptedProvider provider = new ScriptedProvider();
    private final MovedClock clock = new MovedClock();
    private final OidcProviders providers = providers();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void providers_are_shown_in_their_order_and_asked_for_nothing() {
        ProviderSettings gitHub = new ProviderSettings(
                new ProviderName("github"), "GitHub", Kind.GITHUB, Optional.empty(), "id", "secret");
        OidcProviders both = new OidcProviders(List.of(settings(), gitHub), URI.create("https://app.example.com"));
        assertThat(both.all())
                .containsExactly(
                        new IdentityProviders.Provider(NAME, "Acme"),
                        new IdentityProviders.Provider(new ProviderName("github"), "GitHub"));
        assertThat(provider.server.asked("/.well-known/openid-configuration")).isZero();
    }

    @Test
    void a_provider_that_is_not_configured_is_not_found() {
        ProviderName other = new ProviderName("other");
        assertThatThrownBy(() -> providers.authorizationUri(other, STATE, NONCE, VERIFIER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> providers.redeem(authorization(other), "code", Optional.empty()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_browser_is_sent_with_code_flow_PKCE_state_and_nonce() {
        URI address = providers.authorizationUri(NAME, STATE, NONCE, VERIFIER);
        assertThat(address.toString()).startsWith(provider.issuer() + "/authorize?");
        assertThat(ScriptedProvider.single(address.getRawQuery()))
                .containsOnly(
                        Map.entry("response_type", "code"),
                        Map.entry("client_id", ScriptedProvider.CLIENT),
                        Map.entry("redirect_uri", "https://app.example.com/social/callback"),
                        Map.entry("scope", "openid email profile"),
                        Map.entry("state", STATE),
                        Map.entry("nonce", NONCE),
                        Map.entry("code_challenge_method", "S256"),
                        Map.entry("code_challenge", ScriptedProvider.challenge(VERIFIER)));
    }

    @Test
    void R6_8_1_a_person_is_named_by_issuer_and_subject() {
        ExternalIdentity identity = signIn();
        assertThat(identity.issuer()).isEqualTo(provider.issuer());
        assertThat(identity.subject()).isEqualTo("248289761001");
        assertThat(identity.verifiedEmail()).contains(EmailAddress.of("ada@example.com"));
        assertThat(identity.name().full()).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_post", "private_key_jwt client_secret_post"})
    void the_secret_is_sent_as_the_provider_wants_it(String methods) {
        provider.metadata.put("token_endpoint_auth_methods_supported", List.of(methods.split(" ")));
        assertThat(signIn().subject()).isEqualTo("248289761001");
    }

    @Test
    void a_code_serves_once_and_with_its_own_verifier() {
        Return callback = visit();
        redeem(callback);
        assertThatThrownBy(() -> redeem(callback)).isInstanceOf(SocialSignInFailed.class);
        Authorization othersVerifier = new Authorization(
                new SecretToken(STATE).digest(),
                new SecretToken("b").digest(),
                NAME,
                Optional.empty(),
                NONCE,
                VERIFIER.replace('d', 'e'),
                Instant.now());
        Return second = visit();
        assertThatThrownBy(() -> providers.redeem(othersVerifier, second.code(), Optional.empty()))
                .isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void keys_may_be_of_elliptic_curves_and_may_change() {
        signIn();
        clock.advance(Duration.ofMinutes(1));
        ECKey key = ScriptedProvider.ecKey("ec-2");
        provider.keys = List.of(key.toPublicJWK());
        provider.signer = all -> ScriptedProvider.signed(all, key);
        assertThat(signIn().subject()).isEqualTo("248289761001");
    }

    static Stream<Named<Consumer<ScriptedProvider>>> forgeries() {
        return Stream.of(
                forgery("another nonce", p -> p.claims = claims -> claims.claim("nonce", "other")),
                forgery("no nonce", p -> p.claims = claims -> claims.claim("nonce", null)),
                forgery("another audience", p -> p.claims = claims -> claims.audience("somebody-else")),
                forgery("no audience", p -> p.claims = claims -> claims.audience(List.of())),
                forgery(
                        "two audiences",
                        p -> p.claims = claims -> claims.audience(List.of(ScriptedProvider.CLIENT, "other"))),
                forgery("issued to another", p -> p.claims = claims -> claims.claim("azp", "somebody-else")),
                forgery("issued to a list", p -> p.claims = claims -> claims.claim("azp", List.of("x"))),
                forgery("another issuer", p -> p.claims = claims -> claims.issuer("https://evil.example")),
                forgery("no issuer", p -> p.claims = claims -> claims.issuer(null)),
                forgery("no subject", p -> p.claims = claims -> claims.subject(null)),
                forgery("a blank subject", p -> p.claims = claims -> claims.subject(" ")),
                forgery("a subject with NUL", p -> p.claims = claims -> claims.subject("a\u0000b")),
                forgery("a subject too long", p -> p.claims = claims -> claims.subject("s".repeat(256))),
                forgery("expired", p -> p.claims = claims -> claims.expirationTime(secondsFromNow(-120))),
                forgery("never expiring", p -> p.claims = claims -> claims.expirationTime(null)),
                forgery("from the future", p -> p.claims = claims -> claims.issueTime(secondsFromNow(600))),
                forgery("another key", p -> p.signer = claims -> ScriptedProvider.signed(claims, OTHER_KEY)),
                forgery(
                        "a key not published",
                        p -> p.signer = claims -> ScriptedProvider.signed(claims, UNPUBLISHED_KEY)),
                forgery("no signature", p -> p.signer = claims -> new PlainJWT(claims).serialize()),
                forgery("the client secret's signature", p -> p.signer = OidcProvidersTest::signedBySecret),
                forgery("no token", p -> p.signer = claims -> ""),
                forgery("no JWT", p -> p.signer = claims -> "a.b.c"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void R6_8_2_an_ID_token_that_does_not_hold_signs_nobody_in(Consumer<ScriptedProvider> forgery) {
        forgery.accept(provider);
        assertThatThrownBy(this::signIn).isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void a_token_for_several_is_taken_if_it_was_issued_to_us() {
        provider.claims = claims ->
                claims.audience(List.of("other", ScriptedProvider.CLIENT)).claim("azp", ScriptedProvider.CLIENT);
        assertThat(signIn().subject()).isEqualTo("248289761001");
    }

    @Test
    void an_answer_that_names_another_issuer_was_mixed_up() {
        Return callback = visit();
        assertThatThrownBy(() -> redeem(callback, Optional.of("https://evil.example")))
                .isInstanceOf(SocialSignInFailed.class);
        assertThat(provider.server.asked("/token")).isZero();
        assertThat(redeem(callback, Optional.of(provider.issuer())).subject()).isNotEmpty();
    }

    @Test
    void who_promises_to_name_itself_must() {
        provider.metadata.put("authorization_response_iss_parameter_supported", true);
        Return callback = visit();
        assertThatThrownBy(() -> redeem(callback)).isInstanceOf(SocialSignInFailed.class);
        assertThat(redeem(callback, Optional.of(provider.issuer())).subject()).isNotEmpty();
    }

    static List<Object> notVerified() {
        return List.of(false, "false", "TRUE", "yes", 1, List.of(true), Map.of("x", true), "");
    }

    @ParameterizedTest
    @MethodSource("notVerified")
    void an_address_is_verified_by_a_true_alone(Object word) {
        provider.person.put("email_verified", word);
        ExternalIdentity identity = signIn();
        assertThat(identity.email()).contains(EmailAddress.of("ada@example.com"));
        assertThat(identity.verifiedEmail()).isEmpty();
    }

    @Test
    void a_true_in_letters_is_one_as_some_providers_write_it() {
        provider.person.put("email_verified", "true");
        assertThat(signIn().verifiedEmail()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no address", "a@b@c.example", "a@example.com\r\nBcc: x@example.com"})
    void R_E6_what_is_no_address_is_left_out(String email) {
        provider.person.put("email", email);
        assertThat(signIn().email()).isEmpty();
    }

    @Test
    void a_name_of_any_kind_does_no_harm() {
        provider.person.put("given_name", List.of("x"));
        provider.person.remove("family_name");
        provider.person.put("name", "Ada\u0000" + "x".repeat(500));
        assertThat(signIn().name().full()).isEmpty();
    }

    @Test
    void the_address_is_asked_for_where_the_token_does_not_tell_it() {
        provider.metadata.put("userinfo_endpoint", provider.issuer() + "/userinfo");
        provider.userInfo.putAll(provider.person);
        provider.person.keySet().removeIf(name -> name.startsWith("email"));
        assertThat(signIn().verifiedEmail()).contains(EmailAddress.of("ada@example.com"));
        provider.userInfo.put("sub", "somebody-else");
        assertThatThrownBy(this::signIn).isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void the_secret_stands_in_no_text() {
        assertThat(settings().toString()).doesNotContain(ScriptedProvider.SECRET);
    }

    private OidcProviders providers() {
        return new OidcProviders(
                List.of(settings()),
                URI.create("https://app.example.com/"),
                new Surroundings(GitHubAddresses.PUBLIC, clock, Duration.ofSeconds(10)));
    }

    private ProviderSettings settings() {
        return new ProviderSettings(
                NAME,
                "Acme",
                Kind.OIDC,
                Optional.of(URI.create(provider.issuer())),
                ScriptedProvider.CLIENT,
                ScriptedProvider.SECRET);
    }

    private ExternalIdentity signIn() {
        return redeem(visit());
    }

    private Return visit() {
        return provider.visit(providers.authorizationUri(NAME, STATE, NONCE, VERIFIER));
    }

    private ExternalIdentity redeem(Return callback) {
        return redeem(callback, Optional.empty());
    }

    private ExternalIdentity redeem(Return callback, Optional<String> issuer) {
        return providers.redeem(authorization(NAME), callback.code(), issuer);
    }

    private static Authorization authorization(ProviderName name) {
        return new Authorization(
                new SecretToken(STATE).digest(),
                new SecretToken("b").digest(),
                name,
                Optional.empty(),
                NONCE,
                VERIFIER,
                Instant.now());
    }

    private static String signedBySecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(ScriptedProvider.SECRET.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException ownKeySigns) {
            throw new IllegalStateException(ownKeySigns);
        }
    }

    private static Date secondsFromNow(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static Named<Consumer<ScriptedProvider>> forgery(String name, Consumer<ScriptedProvider> forgery) {
        return Named.of(name, forgery);
    }
}
