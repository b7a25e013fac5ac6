package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.setup().corsOrigins("http://localhost:3000").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin,-,200",
                "same-origin,http://evil.example,200",
                "-,-,200",
                "-,http://localhost:8080,200",
                "-,http://localhost:3000,200",
                "same-site,http://localhost:3000,200",
                "-,http://localhost:8081,403",
                "-,https://localhost:8080,403",
                "-,http://evil.example,403",
                "-,http://localhost:8080.evil.example,403",
                "-,null,403",
                "cross-site,-,403",
                "cross-site,http://evil.example,403",
                "same-site,-,403",
                "none,-,403"
            })
    void R_CSRF_a_change_by_cookie_must_come_from_our_own_pages(String fetchSite, String origin, int status) {
        List<String> headers = new ArrayList<>(List.of("Cookie", cookies()));
        if (fetchSite != null) {
            headers.addAll(List.of("Sec-Fetch-Site", fetchSite));
        }
        if (origin != null) {
            headers.addAll(List.of("Origin", origin));
        }
        Reply reply = server.client().post("/api/v1/session/refresh", "{}", headers.toArray(String[]::new));
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void R_CSRF_every_change_is_checked_in_its_contracts_words() {
        for (String path :
                new String[] {"/api/auth/logout", "/api/auth/login", "/api/tenants/login", "/api/auth/token/"}) {
            Reply reply = server.client().post(path, "{}", "Cookie", cookies(), "Origin", "http://evil.example");
            assertThat(reply.status()).isEqualTo(403);
        }
        Reply delete = server.client().delete("/api/v1/session", "Cookie", cookies(), "Origin", "http://evil.example");
        assertThat(delete.at("/code")).isEqualTo("foreign_origin");
    }

    @Test
    void what_changes_nothing_may_come_from_anywhere() {
        Reply reply = server.client().get("/api/v1/me", "Cookie", cookies(), "Origin", "http://evil.example");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void a_bearer_token_is_added_by_no_browser_and_needs_no_check() {
        String token = People.signIn(server, People.owner(server)).at("/accessToken");
        Reply reply = server.client()
                .delete("/api/v1/session", "Authorization", "Bearer " + token, "Origin", "http://evil.example");
        assertThat(reply.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "", "Bearer", "Token x", "Negotiate x"})
    void R_CSRF_a_header_that_is_no_bearer_token_takes_no_check_off_the_cookies(String authorization) {
        for (String path : new String[] {"/api/v1/session/refresh", "/api/auth/logout"}) {
            Reply reply = server.client()
                    .post(
                            path,
                            "{}",
                            "Cookie",
                            cookies(),
                            "Origin",
                            "https://evil.example",
                            "Authorization",
                            authorization);
            assertThat(reply.status()).isEqualTo(403);
        }
    }

    @Test
    void R_CSRF_two_headers_are_no_bearer_token() {
        String bearer = "Bearer x";
        Reply reply = server.client()
                .post(
                        "/api/v1/session/refresh",
                        "{}",
                        "Cookie",
                        cookies(),
                        "Origin",
                        "https://evil.example",
                        "Authorization",
                        bearer,
                        "Authorization",
                        bearer);
        assertThat(reply.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic eDp5", ""})
    void R_CSRF_who_shows_a_header_is_not_refreshed_by_cookie(String authorization) {
        String cookies = cookies();
        Reply refused = server.client()
                .post("/api/v1/session/refresh", "{}", "Cookie", cookies, "Authorization", authorization);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.all("Set-Cookie")).isEmpty();
        assertThat(server.client()
                        .post("/api/v1/session/refresh", "{}", "Cookie", cookies)
                        .status())
                .isEqualTo(200);
    }

    private static String cookies() {
        Reply signedIn = server.client().post("/api/v1/session", """
                        {"email":"%s","password":"%s","session":"cookie"}""".formatted(People.owner(server), People.PASSWORD));
        return "tenantry_access=" + signedIn.cookie("tenantry_access").orElseThrow() + "; tenantry_refresh="
                + signedIn.cookie("tenantry_refresh").orElseThrow();
    }
}
