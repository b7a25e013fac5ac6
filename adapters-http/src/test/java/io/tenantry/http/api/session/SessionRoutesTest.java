package io.tenantry.http.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRoutesTest {
    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signing_in_answers_with_tokens_user_and_tenant() {
        String email = People.owner(server);
        Reply reply = People.signIn(server, email);
        assertThat(reply.at("/tokenType")).isEqualTo("Bearer");
        assertThat(reply.json().at("/expiresIn").asLong()).isEqualTo(3600);
        assertThat(reply.at("/user/email")).isEqualTo(email);
        assertThat(reply.json().at("/user/firstName").isNull()).isTrue();
        assertThat(reply.at("/tenant/name")).isEqualTo("Company");
        assertThat(reply.at("/role")).isEqualTo("owner");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void who_has_no_tenant_signs_in_without_one() {
        Reply reply = People.signIn(server, People.verified(server));
        assertThat(reply.json().at("/tenant").isNull()).isTrue();
        assertThat(reply.json().at("/role").isNull()).isTrue();
    }

    @Test
    void the_tenant_may_be_named_by_slug_or_id() {
        String email = People.owner(server);
        Reply usual = People.signIn(server, email);
        for (String name : new String[] {usual.at("/tenant/slug"), usual.at("/tenant/id")}) {
            assertThat(signInTo(email, name).at("/tenant/id")).isEqualTo(usual.at("/tenant/id"));
        }
    }

    @Test
    void a_tenant_of_others_is_404_as_is_one_that_is_not() {
        String slug = People.signIn(server, People.owner(server)).at("/tenant/slug");
        String email = People.verified(server);
        assertThat(signInTo(email, slug).status()).isEqualTo(404);
        assertThat(signInTo(email, "no-such-tenant").status()).isEqualTo(404);
        assertThat(signInTo(email, "550e8400-e29b-41d4-a716-446655440000").status())
                .isEqualTo(404);
    }

    @Test
    void a_tenant_that_nobody_can_have_is_400() {
        Reply reply = signInTo(People.verified(server), "No Slug");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
        assertThat(reply.json().at("/errors/tenant").isTextual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|email",
                "{\"email\":\"x\",\"password\":\"y\"}|email",
                "{\"email\":\"a@example.com\"}|password",
                "{\"email\":\"a@example.com\",\"password\":7}|password",
                "{\"email\":\"a@example.com\",\"password\":\"a\\u0000b\"}|password",
                "{\"email\":\"a@example.com\",\"password\":\"a\\udfffb\"}|password",
                "{\"email\":\"a@example.com\",\"password\":\"y\",\"rememberMe\":1}|rememberMe",
                "{\"email\":\"a@example.com\",\"password\":\"y\",\"tenant\":[]}|tenant"
            })
    void what_is_wrong_is_told_by_field(String body, String field) {
        Reply reply = server.client().post("/api/v1/session", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
        assertThat(reply.json().at("/errors/" + field).isTextual()).isTrue();
    }

    @Test
    void R6_2_8_a_password_is_taken_exactly_as_it_was_sent() {
        String email = People.owner(server);
        for (String other : new String[] {" " + People.PASSWORD, People.PASSWORD + " ", "Correct horse battery"}) {
            assertThat(server.client()
                            .post("/api/v1/session", People.credentials(email, other))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void RB2_a_password_of_any_length_is_compared() {
        String long72 = "x".repeat(10_000);
        assertThat(server.client()
                        .post("/api/v1/session", People.credentials(People.owner(server), long72))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refreshing_rotates() {
        String first = People.signIn(server, People.owner(server)).at("/refreshToken");
        Reply second = refresh(first);
        assertThat(second.at("/refreshToken")).isNotEqualTo(first);
        server.tenantry().clock().advance(Duration.ofSeconds(11));
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second.at("/refreshToken")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"null", "''", "7"})
    void a_refresh_token_that_is_none_is_400(String value) {
        String body = "{\"refreshToken\":" + value.replace("''", "\"\"") + "}";
        Reply reply = server.client().post("/api/v1/session/refresh", body);
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void R7_4_1_after_signing_out_neither_token_works() {
        Reply session = People.signIn(server, People.owner(server));
        String bearer = "Bearer " + session.at("/accessToken");
        Reply ended = server.client().delete("/api/v1/session", "Authorization", bearer);
        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.text()).isEmpty();
        assertThat(server.client().get("/api/v1/me", "Authorization", bearer).status())
                .isEqualTo(401);
        assertThat(refresh(session.at("/refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void nobody_signs_out_nobody() {
        assertThat(server.client().delete("/api/v1/session").status()).isEqualTo(401);
        assertThat(server.client()
                        .delete("/api/v1/session", "Authorization", "Bearer x")
                        .status())
                .isEqualTo(401);
    }

    private Reply signInTo(String email, String tenant) {
        return server.client().post("/api/v1/session", """
                        {"email":"%s","password":"%s","tenant":"%s"}""".formatted(email, People.PASSWORD, tenant));
    }

    private Reply refresh(String token) {
        return server.client().post("/api/v1/session/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
    }
}
