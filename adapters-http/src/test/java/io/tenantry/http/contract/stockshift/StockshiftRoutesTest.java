package io.tenantry.http.contract.stockshift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockshiftRoutesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_registration_answers_as_documented_and_its_owner_may_sign_in_at_once() {
        String email = People.newEmail();
        Reply reply = register("My Company", "my-company", "John Doe", email, "securePassword123");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/data/tenantName")).isEqualTo("My Company");
        assertThat(reply.at("/data/tenantSlug")).isEqualTo("my-company");
        assertThat(reply.at("/data/userEmail")).isEqualTo(email);
        assertThat(reply.at("/data/userFullName")).isEqualTo("John Doe");
        assertThat(login(email, "securePassword123").at("/data/fullName")).isEqualTo("John Doe");
    }

    @Test
    void every_missing_field_is_named() {
        Reply reply = server.client().post("/api/auth/register", "{\"tenantName\":null}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).isEqualTo("Validation failed");
        assertThat(reply.json().at("/data").isNull()).isTrue();
        assertThat(reply.json().get("errors").fieldNames())
                .toIterable()
                .containsExactly("tenantName", "tenantSlug", "userFullName", "userEmail", "userPassword");
    }

    @ParameterizedTest
    @CsvSource({
        "X,a-slug,John Doe,a@example.com,correct horse battery,tenantName",
        "Acme,My-Slug,John Doe,a@example.com,correct horse battery,tenantSlug",
        "Acme,-slug,John Doe,a@example.com,correct horse battery,tenantSlug",
        "Acme,admin,John Doe,a@example.com,correct horse battery,tenantSlug",
        "Acme,a-slug,J,a@example.com,correct horse battery,userFullName",
        "Acme,a-slug,John Doe,nobody,correct horse battery,userEmail",
        "Acme,a-slug,John Doe,a@example.com,seven77,userPassword",
        "Acme,a-slug,John Doe,a@example.com,my-acme-pass,userPassword",
        "Acme,a-slug,John Doe,johnny@example.com,Xjohnny123,userPassword"
    })
    void each_field_has_its_rule(String name, String slug, String fullName, String email, String pass, String wrong) {
        Reply reply = register(name, slug, fullName, email, pass);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly(wrong);
    }

    @Test
    void a_taken_slug_is_409_and_named() {
        register("Acme", "taken-slug", "John Doe", People.newEmail(), People.PASSWORD);
        Reply reply = register("Acme", "taken-slug", "John Doe", People.newEmail(), People.PASSWORD);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly("tenantSlug");
    }

    @Test
    void a_taken_email_is_409_and_named() {
        Reply reply = register("Acme", "other-slug", "John Doe", People.owner(server), People.PASSWORD);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly("userEmail");
    }

    @Test
    void refreshing_gives_access_again_and_the_refresh_token_stays() {
        String refresh = login(People.owner(server), People.PASSWORD).at("/data/refreshToken");
        assertThat(UUID.fromString(refresh).version()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            Reply reply = refresh(refresh);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().at("/data/expiresIn").asLong()).isEqualTo(3_600_000);
            assertThat(reply.json().get("data").has("refreshToken")).isFalse();
            assertThat(me(reply.at("/data/accessToken")).status()).isEqualTo(200);
        }
        assertThat(refresh(refresh.toUpperCase(Locale.ROOT)).status()).isEqualTo(200);
    }

    @Test
    void R7_3_2_refreshing_every_hour_ends_at_the_sessions_maximum() {
        try (TestServer other = TestServer.start()) {
            Reply login =
                    other.client().post("/api/auth/login", People.credentials(People.owner(other), People.PASSWORD));
            String body = "{\"refreshToken\":\"%s\"}".formatted(login.at("/data/refreshToken"));
            Duration maximum = TokenPolicy.STANDARD.maximum();
            Duration step = Duration.ofHours(23);
            for (Duration age = step; age.compareTo(maximum) < 0; age = age.plus(step)) {
                other.tenantry().clock().advance(step);
                assertThat(other.client().post("/api/auth/refresh", body).status())
                        .isEqualTo(200);
            }
            other.tenantry().clock().advance(step);
            assertThat(other.client().post("/api/auth/refresh", body).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refreshToken\":null}", "{\"refreshToken\":\"no uuid\"}", "{\"refreshToken\":7}"})
    void a_refresh_token_that_is_no_uuid_is_400(String body) {
        Reply reply = server.client().post("/api/auth/refresh", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly("refreshToken");
    }

    @Test
    void an_unknown_refresh_token_is_401() {
        assertThat(refresh(UUID.randomUUID().toString()).status()).isEqualTo(401);
    }

    @Test
    void a_rotating_refresh_token_serves_no_fixed_session() {
        String rotating = People.signIn(server, People.owner(server)).at("/refreshToken");
        assertThat(refresh(rotating).status()).isEqualTo(401);
        assertThat(logout(rotating).status()).isEqualTo(401);
    }

    @Test
    void R7_4_1_after_logout_neither_token_works() {
        Reply login = login(People.owner(server), People.PASSWORD);
        String refresh = login.at("/data/refreshToken");
        Reply logout = logout(refresh);
        assertThat(logout.status()).isEqualTo(200);
        assertThat(logout.text()).isEqualTo("{\"success\":true,\"message\":\"Logged out successfully\",\"data\":null}");
        assertThat(refresh(refresh).status()).isEqualTo(401);
        assertThat(me(login.at("/data/accessToken")).status()).isEqualTo(401);
        assertThat(logout(refresh).status()).isEqualTo(401);
    }

    private static Reply register(String name, String slug, String fullName, String email, String password) {
        return server.client().post("/api/auth/register", """
                        {"tenantName":"%s","tenantSlug":"%s","userFullName":"%s","userEmail":"%s","userPassword":"%s"}""".formatted(name, slug, fullName, email, password));
    }

    private static Reply login(String email, String password) {
        return server.client().post("/api/auth/login", People.credentials(email, password));
    }

    private static Reply refresh(String token) {
        return server.client().post("/api/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
    }

    private static Reply logout(String token) {
        return server.client().post("/api/auth/logout", "{\"refreshToken\":\"%s\"}".formatted(token));
    }

    private static Reply me(String token) {
        return server.client().get("/api/v1/me", "Authorization", "Bearer " + token);
    }
}
