package io.tenantry.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paths of which the body tells whose they are, and the sign-in that two contracts share. */
class SharedPathsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tenantName\":1}|/errors/tenantName",
                "{\"tenantSlug\":null}|/errors/tenantSlug",
                "{\"userEmail\":\"\",\"organization_name\":\"x\"}|/errors/userEmail",
                "{\"organization_name\":null,\"email\":\"a@example.com\"}|/organization_name/0",
                "{\"email\":\"x\"}|/details/email",
                "{}|/details/email"
            })
    void a_registration_is_whose_members_it_has(String body, String error) {
        Reply reply = server.client().post("/api/auth/register", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at(error).isTextual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"refreshToken\":\"550e8400-e29b-41d4-a716-446655440000\"}|/success",
                "{\"refreshToken\":\"550e8400-e29b-41d4-a716-446655440000\",\"refresh\":\"x\"}|/success",
                "{\"refresh\":\"x\"}|/detail",
                "{}|/message"
            })
    void a_logout_is_whose_members_it_has(String body, String member) {
        Reply reply = server.client().post("/api/auth/logout", body);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().at(member).isMissingNode()).isFalse();
    }

    @Test
    void a_logout_that_names_no_session_is_401_in_the_frontends_words() {
        Reply reply = server.client().post("/api/auth/logout", null);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEqualTo("{\"message\":\"Authentication required\"}");
    }

    @Test
    void a_sign_in_answers_with_the_members_of_both_contracts() {
        Reply reply = login(People.verified(server), People.PASSWORD);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/data/accessToken")).isEqualTo(reply.at("/token"));
        assertThat(UUID.fromString(reply.at("/data/refreshToken")).version()).isEqualTo(4);
        assertThat(reply.at("/data/tokenType")).isEqualTo("Bearer");
        assertThat(reply.json().at("/data/expiresIn").asLong()).isEqualTo(3_600_000);
        assertThat(reply.at("/data/userId")).isEqualTo(reply.at("/user/id"));
        assertThat(reply.at("/data/email")).isEqualTo(reply.at("/user/email"));
        assertThat(reply.at("/data/fullName")).isEqualTo("Ada Lovelace");
        assertThat(reply.at("/user/firstName")).isEqualTo("Ada");
        assertThat(reply.at("/user/lastName")).isEqualTo("Lovelace");
    }

    @Test
    void who_has_said_no_name_has_empty_ones() {
        Reply reply = login(People.owner(server), People.PASSWORD);
        assertThat(reply.at("/data/fullName")).isEmpty();
        assertThat(reply.at("/user/firstName")).isEmpty();
    }

    @Test
    void wrong_credentials_are_told_in_the_words_of_both() {
        Reply reply = login(People.owner(server), "not the password");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEqualTo("{\"success\":false,\"message\":\"Invalid credentials\",\"data\":null}");
    }

    @Test
    void field_errors_are_told_twice() {
        Reply reply = login("nobody", " ");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .isEqualTo("{\"success\":false,\"message\":\"Validation failed\",\"data\":null,"
                        + "\"errors\":{\"email\":\"Invalid email\",\"password\":\"Password is required\"},"
                        + "\"details\":{\"email\":\"Invalid email\",\"password\":\"Password is required\"}}");
    }

    @Test
    void remember_me_lengthens_the_session() {
        String email = People.owner(server);
        try (TestServer other = TestServer.start()) {
            String known = People.owner(other);
            Reply plain = other.client().post("/api/auth/login", People.credentials(known, People.PASSWORD));
            Reply remembered = other.client().post("/api/auth/login", """
                            {"email":"%s","password":"%s","rememberMe":true}""".formatted(known, People.PASSWORD));
            other.tenantry().clock().advance(TokenPolicy.STANDARD.idle().plus(Duration.ofHours(1)));
            assertThat(refresh(other, plain).status()).isEqualTo(401);
            assertThat(refresh(other, remembered).status()).isEqualTo(200);
        }
        Reply wrong = server.client().post("/api/auth/login", """
                        {"email":"%s","password":"%s","rememberMe":"yes"}""".formatted(email, People.PASSWORD));
        assertThat(wrong.at("/errors/rememberMe")).isEqualTo("Must be true or false");
    }

    @Test
    void whose_account_one_contract_made_all_others_sign_in() {
        String email = People.owner(server);
        String credentials = People.credentials(email, People.PASSWORD);
        for (String path :
                new String[] {"/api/v1/session", "/api/tenants/login", "/api/auth/login", "/api/auth/token/"}) {
            assertThat(server.client().post(path, credentials).status()).isEqualTo(200);
        }
    }

    private static Reply login(String email, String password) {
        return server.client().post("/api/auth/login", People.credentials(email, password));
    }

    private static Reply refresh(TestServer other, Reply login) {
        return other.client()
                .post("/api/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(login.at("/data/refreshToken")));
    }
}
