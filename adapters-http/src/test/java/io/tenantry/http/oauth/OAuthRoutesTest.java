package io.tenantry.http.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthRoutesTest {
    private static TestServer server;
    private static Company company;
    private ApiKey key;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        company = Company.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void made() {
        key = ApiKey.of(company, "billing:read", "tenant:read", "members:*");
    }

    @Test
    void a_key_is_exchanged_for_a_token_of_a_quarter_of_an_hour() {
        Reply reply = Forms.post(server, "/oauth/token", Forms.GRANT, "Authorization", Forms.basic(key));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Pragma")).contains("no-cache");
        assertThat(reply.at("/token_type")).isEqualTo("Bearer");
        assertThat(reply.at("/expires_in")).isEqualTo("900");
        assertThat(reply.at("/scope")).isEqualTo("billing:read members:* tenant:read");
    }

    @Test
    void the_token_is_as_rfc_9068_has_it() {
        DecodedJWT token = JWT.decode(Forms.token(key, "&scope=tenant%3Aread+billing:read"));
        assertThat(token.getType()).isEqualTo("at+jwt");
        assertThat(token.getAlgorithm()).isEqualTo("RS256");
        assertThat(token.getIssuer()).isEqualTo(TestServer.PUBLIC_URL);
        assertThat(token.getAudience()).containsExactly(TestServer.PUBLIC_URL);
        assertThat(List.of(token.getSubject(), token.getClaim("client_id").asString()))
                .containsOnly(key.id());
        assertThat(token.getClaim("scope").asString()).isEqualTo("billing:read tenant:read");
        assertThat(token.getClaim("tid").asString()).isEqualTo(company.id());
        assertThat(Duration.between(token.getIssuedAtAsInstant(), token.getExpiresAtAsInstant()))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(token.getClaims())
                .containsOnlyKeys(
                        "iss", "aud", "sub", "client_id", "scope", "tid", "iat", "exp", "jti", "secret_since");
    }

    @Test
    void credentials_in_the_body_are_as_good() {
        String form = Forms.GRANT + "&client_id=" + key.id() + "&client_secret=" + key.secret();
        assertThat(Forms.post(server, "/oauth/token", form).status()).isEqualTo(200);
    }

    @Test
    void a_key_that_gives_nothing_gets_a_token_that_gives_nothing() {
        ApiKey none = ApiKey.of(company);
        Reply reply = Forms.post(server, "/oauth/token", Forms.GRANT, "Authorization", Forms.basic(none));
        assertThat(reply.json().has("scope")).isFalse();
        assertThat(JWT.decode(reply.at("/access_token")).getClaims()).doesNotContainKey("scope");
        assertThat(tenant(reply.at("/access_token")).status()).isEqualTo(403);
    }

    @Test
    void a_token_calls_what_its_scopes_name() {
        String token = Forms.token(key, "&scope=members:read");
        assertThat(call(company.path("/members"), token).status()).isEqualTo(200);
        assertThat(tenant(token).status()).isEqualTo(403);
        assertThat(call("/api/v1/me", token).status()).isEqualTo(403);
        assertThat(tenant(Forms.token(key)).status()).isEqualTo(200);
    }

    @Test
    void a_token_is_shown_as_a_bearer_and_in_no_other_way() {
        String token = Forms.token(key);
        assertThat(server.client().get(company.path(""), "X-API-Key", token).status())
                .isEqualTo(401);
        assertThat(server.client()
                        .get(company.path(""), "Cookie", "tenantry_access=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(server.client().get(company.path("?access_token=" + token)).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"keys:read", "members:read+keys:write", "billing:*", "*", "Tenant:read", "a", "tenant:read++"})
    void scopes_that_the_key_does_not_give_are_invalid(String scope) {
        Reply reply =
                Forms.post(server, "/oauth/token", Forms.GRANT + "&scope=" + scope, "Authorization", Forms.basic(key));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/error")).isEqualTo("invalid_scope");
    }

    @Test
    void a_token_ends_with_its_key() {
        String token = Forms.token(key);
        assertThat(tenant(token).status()).isEqualTo(200);
        company.owner().delete(key.path(company, ""), null);
        assertThat(tenant(token).status()).isEqualTo(401);
        assertThat(Forms.introspect(ApiKey.of(company), token).text()).isEqualTo("{\"active\":false}");
    }

    @Test
    void a_token_ends_at_its_time() {
        String token = Forms.token(key);
        server.tenantry().clock().advance(Duration.ofMinutes(15));
        assertThat(tenant(token).status()).isEqualTo(401);
        assertThat(Forms.introspect(key, token).at("/active")).isEqualTo("false");
        assertThat(Forms.revoke(key, token).status()).isEqualTo(200);
    }

    @Test
    void who_asks_about_a_token_hears_what_it_says() {
        String text = Forms.token(key);
        DecodedJWT token = JWT.decode(text);
        assertThat(Forms.introspect(ApiKey.of(company), text).text()).isEqualTo("""
                        {"active":true,"scope":"billing:read members:* tenant:read","client_id":"%1$s","sub":"%1$s","tid":"%2$s",\
                        "iss":"%3$s","aud":"%3$s","exp":%4$d,"iat":%5$d,"jti":"%6$s","token_type":"Bearer"}""".formatted(
                        key.id(),
                        company.id(),
                        TestServer.PUBLIC_URL,
                        token.getExpiresAtAsInstant().getEpochSecond(),
                        token.getIssuedAtAsInstant().getEpochSecond(),
                        token.getId()));
    }

    @Test
    void R9_2_2_whatever_else_is_a_token_is_not_active() {
        Person owner = company.owner().again();
        for (String other :
                List.of(owner.accessToken(), owner.refreshToken(), key.secret(), key.id(), "x", "\u00e4", " ")) {
            assertThat(Forms.introspect(key, other).text()).isEqualTo("{\"active\":false}");
            assertThat(Forms.revoke(key, other).status()).isEqualTo(200);
        }
        assertThat(owner.isSignedIn()).isTrue();
        assertThat(key.get(company.path("")).status()).isEqualTo(200);
    }

    @Test
    void R8_2_2_another_tenants_token_is_not_active_and_stays_as_it_is() {
        ApiKey other = ApiKey.of(Company.in(server), "tenant:read");
        String token = Forms.token(key);
        assertThat(Forms.introspect(other, token).text()).isEqualTo("{\"active\":false}");
        assertThat(Forms.revoke(other, token).status()).isEqualTo(200);
        assertThat(Forms.revoke(ApiKey.of(company), token).status()).isEqualTo(200);
        assertThat(tenant(token).status()).isEqualTo(200);
    }

    @Test
    void R8725_2_4_a_token_is_ended_by_its_own_key_once_and_for_all() {
        String token = Forms.token(key);
        String another = Forms.token(key);
        assertThat(Forms.revoke(key, token).octets()).isEmpty();
        assertThat(Forms.revoke(key, token).status()).isEqualTo(200);
        assertThat(tenant(token).status()).isEqualTo(401);
        assertThat(Forms.introspect(key, token).at("/active")).isEqualTo("false");
        assertThat(tenant(another).status()).isEqualTo(200);
    }

    @Test
    void a_key_as_a_bearer_may_ask_too_and_its_token_may_not() {
        String token = Forms.token(key);
        for (String path : List.of("/oauth/introspect", "/oauth/revoke")) {
            assertThat(Forms.post(server, path, "token=x", "Authorization", "Bearer " + key.secret())
                            .status())
                    .isEqualTo(200);
            assertThat(Forms.post(server, path, "token=x", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(Forms.post(server, "/oauth/token", Forms.GRANT, "Authorization", "Bearer " + key.secret())
                        .at("/error"))
                .isEqualTo("invalid_client");
    }

    @Test
    void calls_by_tokens_and_for_them_are_counted_as_the_keys() {
        String token = Forms.token(key);
        tenant(token);
        call("/api/v1/me", token);
        Forms.introspect(key, token);
        server.tenantry().useCases().apiKeys().writeApiKeyUse().write();
        assertThat(company.owner().get(key.path(company, "")).at("/requests")).isEqualTo("3");
    }

    @Test
    void clients_find_their_way_by_the_metadata() {
        Reply reply = server.client().get("/.well-known/oauth-authorization-server");
        assertThat(reply.at("/issuer")).isEqualTo(TestServer.PUBLIC_URL);
        assertThat(reply.at("/token_endpoint")).isEqualTo(TestServer.PUBLIC_URL + "/oauth/token");
        assertThat(reply.json().get("response_types_supported")).isEmpty();
        assertThat(reply.json().get("scopes_supported").toString())
                .contains("\"audit:read\",\"keys:read\",\"keys:write\",\"members:read\",\"members:write\"");
    }

    private static Reply tenant(String token) {
        return call(company.path(""), token);
    }

    private static Reply call(String path, String token) {
        return server.client().get(path, "Authorization", "Bearer " + token);
    }
}
