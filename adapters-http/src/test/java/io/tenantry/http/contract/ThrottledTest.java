package io.tenantry.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.http.Authenticator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who tries too often is told so, and for how long, in the words of the contract whose path it is. */
class ThrottledTest {
    private static final String[] SIGN_INS = {
        "/api/v1/session", "/api/tenants/login", "/api/auth/login", "/api/auth/token/"
    };

    private final TestServer server =
            TestServer.setup().policies(Policies.STANDARD).start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/tenants/login", "/api/auth/login", "/api/auth/token/"})
    void R6_3_1_wrong_passwords_on_one_contracts_path_lock_all_of_them_to_the_right_one_too(String path) {
        String email = People.owner(server);
        guess(path, email);
        for (String other : SIGN_INS) {
            Reply locked = signIn(other, email, People.PASSWORD);
            assertThat(locked.status()).isEqualTo(429);
            assertThat(Integer.parseInt(locked.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
        }
        server.tenantry().clock().advance(Duration.ofMinutes(1));
        assertThat(signIn(path, email, People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void each_contract_says_so_in_its_own_words() {
        String email = People.owner(server);
        guess("/api/v1/session", email);
        assertThat(signIn("/api/v1/session", email, "x").at("/code")).isEqualTo("throttled");
        assertThat(signIn("/api/tenants/login", email, "x").json())
                .hasToString("{\"success\":false,\"message\":\"Too many attempts, try again later\"}");
        assertThat(signIn("/api/auth/login", email, "x").json())
                .hasToString("{\"success\":false,\"message\":\"Too many attempts, try again later\",\"data\":null}");
        assertThat(signIn("/api/auth/token/", email, "x").json())
                .hasToString("{\"detail\":\"Request was throttled. Expected available in 60 seconds.\"}");
    }

    @Test
    void R6_3_8_an_address_that_is_nobodys_is_locked_alike() {
        String nobody = People.newEmail();
        String somebody = People.owner(server);
        for (String email : new String[] {nobody, somebody}) {
            guess("/api/auth/token/", email);
        }
        for (String path : SIGN_INS) {
            Reply known = signIn(path, somebody, People.PASSWORD);
            Reply unknown = signIn(path, nobody, People.PASSWORD);
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(429);
            assertThat(unknown.header("Retry-After")).isEqualTo(known.header("Retry-After"));
            assertThat(withoutId(unknown)).isEqualTo(withoutId(known));
        }
    }

    @Test
    void R6_3_1_who_is_locked_out_resets_the_password_by_mail_and_signs_in() {
        String email = People.owner(server);
        guess("/api/v1/session", email);
        server.client().post("/api/auth/forgot", "{\"email\":\"" + email + "\"}");
        String body = """
                {"token":"%s","password":"%s","confirmPassword":"%s"}""".formatted(People.mailedToken(server, email), People.PASSWORD + "!", People.PASSWORD + "!");
        assertThat(server.client().post("/api/auth/reset", body).status()).isEqualTo(200);
        assertThat(signIn("/api/v1/session", email, People.PASSWORD + "!").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/forgot", "/api/auth/verify/resend"})
    void R_F6_no_mailbox_is_flooded_known_or_not(String path) {
        String known = People.owner(server);
        String unknown = People.newEmail();
        for (int i = 0; i < 6; i++) {
            Reply one = server.client().post(path, "{\"email\":\"" + known + "\"}");
            Reply other = server.client().post(path, "{\"email\":\"" + unknown + "\"}");
            assertThat(one.status()).isEqualTo(other.status()).isEqualTo(i < 5 ? 200 : 429);
            assertThat(one.text()).isEqualTo(other.text());
            assertThat(one.header("Retry-After")).isEqualTo(other.header("Retry-After"));
        }
    }

    @Test
    void R6_2_3_wrong_passwords_of_who_is_signed_in_count_towards_the_same_lock() {
        Person person = Person.owner(server);
        String wrong = "{\"currentPassword\":\"wrong horse\",\"newPassword\":\"staple battery horse\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(person.post("/api/v1/me/password", wrong).status()).isEqualTo(400);
        }
        Reply locked = person.post("/api/v1/me/password", wrong);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isPresent();
        assertThat(signIn("/api/auth/login", person.email(), People.PASSWORD).status())
                .isEqualTo(429);
    }

    @Test
    void R_T4_wrong_codes_lock_the_account_across_sign_ins() {
        Person person = Person.owner(server);
        Authenticator authenticator = Authenticator.of(person);
        Reply last = null;
        for (int i = 0; i < 12; i++) {
            Reply first = signIn("/api/v1/session", person.email(), People.PASSWORD);
            last = first.status() == 429
                    ? first
                    : server.client().post("/api/v1/session/mfa", """
                            {"mfaToken":"%s","code":"000000"}""".formatted(first.at("/mfaToken")));
        }
        assertThat(last.status()).isEqualTo(429);
        server.tenantry().clock().advance(Duration.ofMinutes(2));
        String token =
                signIn("/api/v1/session", person.email(), People.PASSWORD).at("/mfaToken");
        assertThat(server.client()
                        .post("/api/v1/session/mfa", """
                                {"mfaToken":"%s","code":"%s"}""".formatted(token, authenticator.nextCode()))
                        .status())
                .isEqualTo(200);
    }

    private void guess(String path, String email) {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(path, email, "wrong horse " + i).status()).isEqualTo(401);
        }
    }

    private Reply signIn(String path, String email, String password) {
        return server.client().post(path, People.credentials(email, password));
    }

    private static String withoutId(Reply reply) {
        return reply.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
