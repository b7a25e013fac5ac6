package io.tenantry.http.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Authenticator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondStepRoutesTest {
    private static final String MFA = "/api/v1/session/mfa";

    private final TestServer server = TestServer.start();
    private final Person person = Person.owner(server);
    private final Authenticator authenticator = Authenticator.of(person);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/tenants/login", "/api/auth/login", "/api/auth/token/"})
    void R6_3_4_every_contracts_sign_in_asks_for_the_second_factor_and_gives_nothing_before(String path) {
        Reply first = firstStep(path, "");
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.at("/code")).isEqualTo("mfa_required");
        assertThat(first.at("/mfaToken")).hasSize(43);
        assertThat(first.json().get("methods")).hasToString("[\"totp\",\"recovery_code\"]");
        assertThat(first.headers()).doesNotContainKey("Set-Cookie");
        assertThat(first.text()).doesNotContain("eyJ");
    }

    @Test
    void each_contract_says_so_in_its_own_shape() {
        assertThat(firstStep("/api/v1/session", "").json().fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "code", "mfaToken", "methods", "requestId");
        assertThat(firstStep("/api/tenants/login", "").json().fieldNames())
                .toIterable()
                .containsExactly("success", "message", "code", "mfaToken", "methods");
        assertThat(firstStep("/api/auth/login", "").json().fieldNames())
                .toIterable()
                .containsExactly("success", "message", "data", "code", "mfaToken", "methods");
        assertThat(firstStep("/api/auth/token/", "").json().fieldNames())
                .toIterable()
                .containsExactly("detail", "code", "mfaToken", "methods");
    }

    @Test
    void a_wrong_password_is_not_told_of_a_second_factor() {
        Reply reply = server.client().post("/api/v1/session", People.credentials(person.email(), "wrong horse"));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("unauthenticated");
        assertThat(reply.json().has("mfaToken")).isFalse();
    }

    @Test
    void a_code_of_the_generator_signs_in() {
        Reply signedIn = secondStep(token("/api/v1/session"), authenticator.nextCode());
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.at("/user/email")).isEqualTo(person.email());
        assertThat(signedIn.at("/tenant/name")).isEqualTo("Company");
        assertThat(me(signedIn).status()).isEqualTo(200);
        assertThat(refresh("/api/v1/session/refresh", "refreshToken", signedIn).status())
                .isEqualTo(200);
    }

    @Test
    void R6_5_1_a_recovery_code_signs_in_once() {
        String code = authenticator.recoveryCodes().get(0);
        assertThat(secondStep(token("/api/v1/session"), code).status()).isEqualTo(200);
        assertThat(secondStep(token("/api/v1/session"), code).status()).isEqualTo(401);
        String typed = authenticator.recoveryCodes().get(1).replace("-", " ").toUpperCase(Locale.ROOT);
        assertThat(secondStep(token("/api/v1/session"), typed).status()).isEqualTo(200);
    }

    @Test
    void the_session_is_of_the_first_steps_kind() {
        Reply stockshift = secondStep(token("/api/auth/login"), authenticator.nextCode());
        Reply statuswatch = secondStep(token("/api/auth/token/"), authenticator.nextCode());
        Reply tenants = secondStep(token("/api/tenants/login"), authenticator.nextCode());
        assertThat(refresh("/api/auth/refresh", "refreshToken", stockshift).status())
                .isEqualTo(200);
        assertThat(refresh("/api/auth/token/refresh/", "refresh", statuswatch).status())
                .isEqualTo(200);
        assertThat(tenants.json().has("refreshToken")).isFalse();
        assertThat(me(tenants).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/auth/login"})
    void the_tokens_come_as_cookies_where_the_first_step_asked_for_them(String path) {
        String token = firstStep(path, ",\"session\":\"cookie\"").at("/mfaToken");
        Reply signedIn = secondStep(token, authenticator.nextCode());
        assertThat(signedIn.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set ->
                        assertThat(set).contains("HttpOnly", "SameSite=Strict").doesNotContain("Max-Age"));
        assertThat(signedIn.json().has("accessToken")).isFalse();
        assertThat(signedIn.json().has("refreshToken")).isFalse();
        assertThat(refreshByCookie(signedIn).status()).isEqualTo(200);
    }

    @Test
    void cookies_outlive_the_window_where_the_first_step_asked_to_be_remembered() {
        String token = firstStep("/api/v1/session", ",\"session\":\"cookie\",\"rememberMe\":true")
                .at("/mfaToken");
        Reply signedIn = secondStep(token, authenticator.nextCode());
        assertThat(signedIn.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(set).contains("Max-Age="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/auth/login", "/api/auth/token/"})
    void the_tokens_come_as_cookies_where_the_second_step_asks_for_them(String path) {
        Reply signedIn = server.client().post(MFA, """
                        {"mfaToken":"%s","code":"%s","session":"cookie"}""".formatted(token(path), authenticator.nextCode()));
        assertThat(signedIn.json().has("accessToken")).isFalse();
        assertThat(refreshByCookie(signedIn).status()).isEqualTo(200);
    }

    @Test
    void R9_2_2_the_token_of_a_half_done_sign_in_opens_nothing() {
        String token = token("/api/v1/session");
        for (String path : new String[] {"/api/v1/me", "/api/auth/me/", "/api/v1/me/sessions", "/api/v1/me/export"}) {
            assertThat(server.client()
                            .get(path, "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(401);
            assertThat(server.client()
                            .get(path, "Cookie", "tenantry_access=" + token)
                            .status())
                    .isEqualTo(401);
        }
        String refresh = "{\"refreshToken\":\"" + token + "\"}";
        assertThat(server.client().post("/api/v1/session/refresh", refresh).status())
                .isEqualTo(401);
        assertThat(server.client()
                        .post("/api/v1/me/email/confirm", "{\"token\":\"" + token + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_wrong_code_is_401_and_the_right_one_still_works() {
        String token = token("/api/v1/session");
        Reply wrong = secondStep(token, "000000");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.at("/code")).isEqualTo("invalid_code");
        assertThat(secondStep(token, authenticator.nextCode()).status()).isEqualTo(200);
    }

    @Test
    void R_T4_five_wrong_codes_end_the_sign_in() {
        String token = token("/api/v1/session");
        for (int i = 0; i < 5; i++) {
            secondStep(token, "000000");
        }
        assertThat(secondStep(token, authenticator.nextCode()).status()).isEqualTo(401);
        assertThat(secondStep(token("/api/v1/session"), authenticator.nextCode())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R_T2_the_second_step_works_once_and_for_five_minutes() {
        String token = token("/api/v1/session");
        assertThat(secondStep(token, authenticator.nextCode()).status()).isEqualTo(200);
        assertThat(secondStep(token, authenticator.nextCode()).status()).isEqualTo(401);
        String late = token("/api/v1/session");
        server.tenantry().clock().advance(Duration.ofMinutes(5));
        assertThat(secondStep(late, authenticator.nextCode()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "123 456", "１２３４５６", "0123456", "12345", "-12345", "1e5", "123456\u2028", "😀"})
    void R_T6_whatever_is_typed_as_a_code_is_refused_and_never_a_fault(String code) {
        assertThat(secondStep(token("/api/v1/session"), code).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|mfaToken",
                "{'mfaToken':7,'code':'123456'}|mfaToken",
                "{'mfaToken':'x\\u0000','code':'123456'}|mfaToken",
                "{'mfaToken':'x'}|code",
                "{'mfaToken':'x','code':123456}|code",
                "{'mfaToken':'x','code':['123456']}|code",
                "{'mfaToken':'x','code':null}|code",
                "{'mfaToken':'x','code':' '}|code",
                "{'mfaToken':'x','code':'12345\\u0000'}|code",
                "{'mfaToken':'x','code':'12345\\ud800'}|code",
                "{'mfaToken':'x','code':'123456','session':'token'}|session",
                "{'mfaToken':'x','code':'123456','session':7}|session"
            })
    void R2_2_1_what_cannot_be_used_is_told_by_field(String body, String field) {
        Reply reply = server.client().post(MFA, body.replace('\'', '"'));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/" + field).isTextual()).isTrue();
    }

    @Test
    void a_code_of_more_than_64_characters_is_400() {
        assertThat(secondStep("x", "1".repeat(65)).status()).isEqualTo(400);
        assertThat(secondStep("x", "1".repeat(64)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".", ".c", ".r", ".c.r", "x.c", "x.y.z", "eyJhbGciOiJub25lIn0.e30."})
    void what_is_no_token_of_a_first_step_is_401(String token) {
        Reply reply = secondStep(token, "123456");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("invalid_code");
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void no_cookie_goes_over_the_network_in_clear_also_where_the_token_was_marked_so() {
        try (TestServer open =
                TestServer.setup().publicUrl("http://accounts.example").start()) {
            Person owner = Person.owner(open);
            Authenticator generator = Authenticator.of(owner);
            String token = open.client()
                    .post("/api/v1/session", People.credentials(owner.email(), People.PASSWORD))
                    .at("/mfaToken");
            String asked = "{\"mfaToken\":\"%s\",\"code\":\"%s\",\"session\":\"cookie\"}".formatted(token, "123456");
            assertThat(open.client().post(MFA, asked).status()).isEqualTo(400);
            String marked = "{\"mfaToken\":\"%s.c\",\"code\":\"%s\"}".formatted(token, generator.nextCode());
            Reply reply = open.client().post(MFA, marked);
            assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
            assertThat(reply.json().has("accessToken")).isTrue();
        }
    }

    private Reply firstStep(String path, String more) {
        return server.client().post(path, """
                {"email":"%s","password":"%s"%s}""".formatted(person.email(), People.PASSWORD, more));
    }

    private String token(String path) {
        return firstStep(path, "").at("/mfaToken");
    }

    private Reply secondStep(String token, String code) {
        return server.client().post(MFA, """
                {"mfaToken":"%s","code":"%s"}""".formatted(token, code));
    }

    private Reply me(Reply signedIn) {
        return server.client().get("/api/v1/me", "Authorization", "Bearer " + signedIn.at("/accessToken"));
    }

    private Reply refresh(String path, String member, Reply signedIn) {
        return server.client().post(path, "{\"%s\":\"%s\"}".formatted(member, signedIn.at("/refreshToken")));
    }

    private Reply refreshByCookie(Reply signedIn) {
        return server.client()
                .post(
                        "/api/v1/session/refresh",
                        "{}",
                        "Cookie",
                        "tenantry_refresh="
                                + signedIn.cookie("tenantry_refresh").orElseThrow());
    }
}
