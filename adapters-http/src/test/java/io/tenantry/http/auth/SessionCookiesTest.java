package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCookiesTest {
    private static final String ACCESS = "tenantry_access";
    private static final String REFRESH = "tenantry_refresh";

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/login", "/api/v1/session"})
    void a_sign_in_for_cookies_puts_no_token_into_the_body(String path) {
        Reply reply = signIn(server, path, "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .doesNotContain(
                        reply.cookie(ACCESS).orElseThrow(),
                        reply.cookie(REFRESH).orElseThrow());
        assertThat(reply.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).endsWith("; Path=/; HttpOnly; SameSite=Strict"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/login", "/api/v1/session"})
    void with_https_the_cookies_are_bound_to_the_host_and_secure(String path) {
        try (TestServer secure =
                TestServer.setup().publicUrl("https://accounts.example.com").start()) {
            Reply reply = signIn(secure, path, "");
            assertThat(reply.all("Set-Cookie"))
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-tenantry_")
                            .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure"));
            String cookies =
                    "__Host-" + ACCESS + "=" + reply.cookie("__Host-" + ACCESS).orElseThrow();
            assertThat(secure.client().get("/api/v1/me", "Cookie", cookies).status())
                    .isEqualTo(200);
            String bare = ACCESS + "=" + reply.cookie("__Host-" + ACCESS).orElseThrow();
            assertThat(secure.client().get("/api/v1/me", "Cookie", bare).status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://accounts.example.com,400",
        "http://10.0.0.1:8080,400",
        "http://localhost.example.com,400",
        "http://127.0.0.1:8080,200",
        "http://[::1]:8080,200"
    })
    void over_the_network_in_clear_there_are_no_cookies(String publicUrl, int status) {
        try (TestServer other = TestServer.setup().publicUrl(publicUrl).start()) {
            Reply reply = signIn(other, "/api/auth/login", "");
            assertThat(reply.status()).isEqualTo(status);
            assertThat(signIn(other, "/api/v1/session", "").status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bearer\"", "true", "[]", "\"\"", "\"Cookie\""})
    void session_says_cookie_or_nothing(String session) {
        String email = People.owner(server);
        for (String path : new String[] {"/api/auth/login", "/api/v1/session"}) {
            Reply reply = server.client().post(path, """
                            {"email":"%s","password":"%s","session":%s}""".formatted(email, People.PASSWORD, session));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/session").isTextual()).isTrue();
        }
    }

    @Test
    void the_cookies_keep_the_session_up() {
        Reply signedIn = signIn(server, "/api/auth/login", "");
        assertThat(me(signedIn).status()).isEqualTo(200);
        Reply refreshed = server.client().post("/api/v1/session/refresh", "{}", "Cookie", cookies(signedIn));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.cookie(REFRESH)).isNotEqualTo(signedIn.cookie(REFRESH));
        assertThat(refreshed.json().has("accessToken")).isFalse();
        assertThat(refreshed.json().has("refreshToken")).isFalse();
        assertThat(me(refreshed).status()).isEqualTo(200);
    }

    @Test
    void without_a_session_there_is_nothing_to_refresh() {
        assertThat(server.client().post("/api/v1/session/refresh", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void a_refresh_cookie_that_serves_no_more_is_cleared() {
        Reply signedIn = signIn(server, "/api/auth/login", "");
        server.tenantry().clock().advance(Duration.ofHours(25));
        Reply refreshed = server.client().post("/api/v1/session/refresh", "{}", "Cookie", cookies(signedIn));
        assertThat(refreshed.status()).isEqualTo(401);
        cleared(refreshed);
    }

    @Test
    void a_remembered_session_outlives_the_window_also_after_a_refresh() {
        Reply signedIn = signIn(server, "/api/v1/session", ",\"rememberMe\":true");
        assertThat(signedIn.all("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Max-Age="));
        server.tenantry().clock().advance(Duration.ofDays(29));
        Reply refreshed = server.client().post("/api/v1/session/refresh", "{}", "Cookie", cookies(signedIn));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.all("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Max-Age="));
    }

    @Test
    void R7_4_1_logout_by_cookie_ends_the_session_and_clears_the_cookies() {
        Reply signedIn = signIn(server, "/api/auth/login", "");
        Reply logout = server.client().post("/api/auth/logout", null, "Cookie", cookies(signedIn));
        assertThat(logout.status()).isEqualTo(200);
        cleared(logout);
        assertThat(me(signedIn).status()).isEqualTo(401);
        assertThat(server.client()
                        .post("/api/v1/session/refresh", "{}", "Cookie", cookies(signedIn))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_session_whose_access_token_has_run_out_is_ended_by_its_refresh_cookie() {
        Reply signedIn = signIn(server, "/api/v1/session", "");
        server.tenantry().clock().advance(Duration.ofHours(2));
        Reply ended = server.client().delete("/api/v1/session", "Cookie", cookies(signedIn));
        assertThat(ended.status()).isEqualTo(204);
        cleared(ended);
        assertThat(server.client()
                        .post("/api/v1/session/refresh", "{}", "Cookie", cookies(signedIn))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void cookies_of_no_session_are_401_and_cleared() {
        for (String cookie : new String[] {ACCESS + "=x", REFRESH + "=x", ACCESS + "=x; " + REFRESH + "=y"}) {
            Reply logout = server.client().post("/api/auth/logout", null, "Cookie", cookie);
            assertThat(logout.status()).isEqualTo(401);
            cleared(logout);
        }
    }

    private static void cleared(Reply reply) {
        assertThat(reply.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).matches("[^=]+=; Path=/; HttpOnly; .*Max-Age=0"));
    }

    private static Reply signIn(TestServer server, String path, String more) {
        return server.client().post(path, """
                        {"email":"%s","password":"%s","session":"cookie"%s}""".formatted(People.owner(server), People.PASSWORD, more));
    }

    private Reply me(Reply signedIn) {
        return server.client().get("/api/v1/me", "Cookie", cookies(signedIn));
    }

    private static String cookies(Reply reply) {
        return ACCESS + "=" + reply.cookie(ACCESS).orElseThrow() + "; " + REFRESH + "="
                + reply.cookie(REFRESH).orElseThrow();
    }
}
