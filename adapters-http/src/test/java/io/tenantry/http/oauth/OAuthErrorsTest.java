package io.tenantry.http.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.GivenKeys;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request and no client is told in the words of RFC 6749, whatever is wrong with it. */
class OAuthErrorsTest {
    private static final List<String> PATHS = List.of("/oauth/token", "/oauth/introspect", "/oauth/revoke");
    /** Serves all three. */
    private static final String FORM = Forms.GRANT + "&token=x";

    private static TestServer server;
    private static ApiKey key;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        key = ApiKey.of(Company.in(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void clients_that_are_none_are_asked_to_authenticate() {
        String unknown = GivenKeys.unknown();
        ApiKey other = ApiKey.of(Company.in(server));
        for (String basic : List.of(
                Forms.basic(key.id(), unknown),
                Forms.basic(other.id(), key.secret()),
                Forms.basic(key.id().toUpperCase(Locale.ROOT), key.secret()),
                Forms.basic("", key.secret()),
                Forms.basic("x", "y"),
                Forms.basic(key.id(), ""),
                Forms.basic(key.id(), "\u00e4\u20ac"),
                Forms.basic(key.id() + "\u0000", key.secret()),
                "Basic",
                "Basic ",
                "Basic x",
                "Basic !!!!",
                "Basic " + base64("nocolon"),
                "Basic " + base64("%zz:x"),
                "Basic " + base64("%ff:x"),
                "Basic " + base64("%:x"),
                "Basic " + base64(key.id() + ":" + key.secret()) + "=",
                "Digest x",
                "Bearer",
                "Bearer x",
                "")) {
            PATHS.forEach(path -> invalidClient(Forms.post(server, path, FORM, "Authorization", basic)));
        }
        PATHS.forEach(path -> invalidClient(Forms.post(server, path, FORM)));
        PATHS.forEach(path -> invalidClient(Forms.post(server, path, FORM + "&client_id=" + key.id())));
        PATHS.forEach(path -> invalidClient(Forms.post(server, path, FORM + "&client_secret=" + key.secret())));
        PATHS.forEach(path ->
                invalidClient(Forms.post(server, path, FORM + "&client_id=" + key.id() + "&client_secret=" + unknown)));
    }

    @Test
    void basic_is_read_as_a_form_encodes_it_whatever_the_case_of_its_name() {
        String encoded = key.secret().replace("_", "%5F");
        for (String basic : List.of(
                "basic " + base64(key.id() + ":" + encoded),
                "BASIC " + base64(key.id().replace("-", "%2d") + ":" + key.secret()))) {
            PATHS.forEach(path -> assertThat(Forms.post(server, path, FORM, "Authorization", basic)
                            .status())
                    .isEqualTo(200));
        }
    }

    @Test
    void R14_2_1_credentials_in_the_query_are_not_looked_at() {
        String query = "?client_id=" + key.id() + "&client_secret=" + key.secret();
        PATHS.forEach(path -> invalidClient(Forms.post(server, path + query, FORM)));
    }

    @Test
    void a_client_authenticates_in_one_way() {
        String basic = Forms.basic(key);
        PATHS.forEach(path -> {
            invalidRequest(Forms.post(server, path, FORM + "&client_secret=x", "Authorization", basic));
            invalidRequest(Forms.post(server, path, FORM + "&client_id=x", "Authorization", basic));
            invalidRequest(Forms.post(server, path, FORM, "Authorization", basic, "Authorization", basic));
            assertThat(Forms.post(server, path, FORM + "&client_id=" + key.id(), "Authorization", basic)
                            .status())
                    .isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials&grant_type=client_credentials",
                "token=x&token=x",
                "token=x&to%6ben=x",
                "x=1&x=1",
                "x&x",
                "scope=%",
                "scope=%4",
                "scope=%zz",
                "scope=%+4",
                "scope=%-1",
                "scope=%ff",
                "scope=%ed%a0%80",
                "scope=%c0%80",
                "x=%00",
                "x=%0d%0a",
                "x=\u00e4",
                "x=\n",
                "x=\u0000"
            })
    void R2_2_1_a_form_that_cannot_be_read_is_an_invalid_request(String part) {
        PATHS.forEach(
                path -> invalidRequest(Forms.post(server, path, FORM + "&" + part, "Authorization", Forms.basic(key))));
    }

    @Test
    void what_is_missing_or_empty_is_an_invalid_request() {
        String basic = Forms.basic(key);
        for (String form : List.of("", "&", "=", "grant_type=", "token=", "{}", "x=1")) {
            PATHS.forEach(path -> invalidRequest(Forms.post(server, path, form, "Authorization", basic)));
        }
    }

    @Test
    void parameters_that_are_not_known_are_passed_over() {
        PATHS.forEach(path -> assertThat(Forms.post(
                                server,
                                path,
                                FORM + "&audience=x&token_type_hint=refresh_token&&a=%20b+c",
                                "Authorization",
                                Forms.basic(key))
                        .status())
                .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "authorization_code", "refresh_token", "CLIENT_CREDENTIALS", "x"})
    void other_grants_are_not_supported(String grant) {
        Reply reply = Forms.post(server, "/oauth/token", "grant_type=" + grant, "Authorization", Forms.basic(key));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void a_body_of_another_type_or_size_is_none() {
        byte[] json = "{\"grant_type\":\"client_credentials\"}".getBytes(StandardCharsets.UTF_8);
        PATHS.forEach(path -> {
            invalidRequest(server.client().postAs("application/json", path, json));
            invalidRequest(server.client().postAs("multipart/form-data; boundary=x", path, json));
            invalidRequest(server.client().post(path, null));
            Reply compressed = Forms.post(server, path, FORM, "Content-Encoding", "gzip");
            assertThat(compressed.status()).isEqualTo(415);
            Reply large = Forms.post(server, path, "x=" + "x".repeat(70_000));
            assertThat(large.status()).isEqualTo(413);
            assertThat(List.of(compressed.at("/error"), large.at("/error"))).containsOnly("invalid_request");
        });
    }

    @Test
    void paths_and_methods_that_there_are_not_are_told_of_in_the_same_shape() {
        assertThat(server.client().get("/oauth/nowhere").status()).isEqualTo(404);
        assertThat(server.client().get("/oauth").at("/error")).isEqualTo("invalid_request");
        for (String path : PATHS) {
            Reply reply = server.client().get(path);
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.at("/error")).isEqualTo("invalid_request");
        }
    }

    @Test
    void a_page_of_another_site_is_refused_in_the_same_shape() {
        Reply reply =
                Forms.post(server, "/oauth/token", FORM, "Cookie", "tenantry_access=x", "Sec-Fetch-Site", "cross-site");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/error")).isEqualTo("invalid_request");
    }

    @Test
    void R6_3_1_an_address_that_guesses_waits() {
        try (TestServer limited = TestServer.setup().policies(Policies.STANDARD).start()) {
            for (int i = 0; i < KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
                Forms.post(limited, "/oauth/token", FORM, "Authorization", Forms.basic("x", GivenKeys.unknown()));
            }
            PATHS.forEach(path -> {
                Reply reply = Forms.post(limited, path, FORM, "Authorization", Forms.basic("x", GivenKeys.unknown()));
                assertThat(reply.status()).isEqualTo(429);
                assertThat(reply.at("/error")).isEqualTo("temporarily_unavailable");
                assertThat(reply.header("Retry-After")).isPresent();
            });
        }
    }

    @Test
    void a_fault_shows_its_reference_and_nothing_else() {
        try (TestServer broken = TestServer.setup()
                .ports(ports -> PortsFixture.withKeys(
                        ports,
                        (shown, device) -> {
                            throw new IllegalStateException("secret");
                        },
                        by -> {}))
                .start()) {
            Reply reply = Forms.post(broken, "/oauth/revoke", FORM, "Authorization", Forms.basic(key));
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.at("/error")).isEqualTo("server_error");
            assertThat(reply.at("/error_description"))
                    .contains(reply.header("X-Request-Id").orElseThrow())
                    .doesNotContain("secret");
        }
    }

    private static void invalidClient(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/error")).isEqualTo("invalid_client");
        assertThat(reply.header("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
    }

    private static void invalidRequest(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/error")).isEqualTo("invalid_request");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
