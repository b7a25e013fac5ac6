package io.tenantry.http.contract.frontendauth;

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

class FrontendAuthRoutesTest {
    private static final String OTHER_PASSWORD = "another horse entirely";

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_registration_mails_a_link_and_makes_no_tenant() {
        String email = People.newEmail();
        Reply reply = register("Ada", "Lovelace", email, People.PASSWORD, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/message")).isEqualTo("Registration successful. Verification email sent.");
        assertThat(server.tenantry().deliverMail()).hasSize(1);
    }

    @Test
    void what_is_wrong_stands_twice_under_both_names() {
        Reply reply = register("Ada", "Lovelace", "nobody", "short", "other");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).isEqualTo("Validation failed");
        assertThat(reply.json().get("details")).isEqualTo(reply.json().get("errors"));
        assertThat(reply.at("/errors/email")).isEqualTo("Invalid email");
        assertThat(reply.at("/errors/password")).isEqualTo("Too short");
        assertThat(reply.at("/errors/confirmPassword")).isEqualTo("Passwords do not match");
    }

    @Test
    void an_empty_body_is_this_contracts_and_names_what_is_required() {
        Reply reply = server.client().post("/api/auth/register", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").fieldNames())
                .toIterable()
                .containsExactly("email", "password", "confirmPassword");
        assertThat(reply.at("/errors/email")).isEqualTo("Email is required");
    }

    @Test
    void names_have_fifty_code_points_at_most() {
        String fifty = "😀".repeat(50);
        assertThat(register(fifty, "L", People.newEmail(), People.PASSWORD, People.PASSWORD)
                        .status())
                .isEqualTo(201);
        Reply reply = register(fifty + "x", "L", People.newEmail(), People.PASSWORD, People.PASSWORD);
        assertThat(reply.at("/errors/firstName")).isEqualTo("Too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u001bb", "a\\ud800b", "   "})
    void a_name_with_nothing_in_it_or_what_is_no_text_is_400(String name) {
        Reply reply = register(name, "L", People.newEmail(), People.PASSWORD, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/firstName").isTextual()).isTrue();
    }

    @Test
    void an_empty_name_counts_as_none() {
        assertThat(register("", "", People.newEmail(), People.PASSWORD, People.PASSWORD)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_email_that_is_taken_is_409() {
        Reply reply = register("Ada", "L", People.owner(server), People.PASSWORD, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text()).isEqualTo("{\"message\":\"Email already in use\"}");
    }

    @Test
    void before_the_address_is_verified_nobody_signs_in() {
        String email = People.unverified(server);
        Reply reply = login(email, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/message")).isEqualTo("Email not verified");
        assertThat(login(email, OTHER_PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void verifying_may_be_repeated_until_the_token_expires() {
        String email = People.unverified(server);
        String path = "/api/auth/verify?token=" + People.mailedToken(server, email);
        assertThat(server.client().get(path).at("/redirect")).isEqualTo("/login");
        assertThat(server.client().get(path).status()).isEqualTo(200);
        assertThat(login(email, People.PASSWORD).status()).isEqualTo(200);
        server.tenantry().clock().advance(Duration.ofHours(24));
        assertThat(server.client().get(path).status()).isEqualTo(400);
    }

    @Test
    void a_head_request_verifies_nothing() {
        String email = People.unverified(server);
        Reply head = server.client().send("HEAD", "/api/auth/verify?token=" + People.mailedToken(server, email), null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(login(email, People.PASSWORD).status()).isEqualTo(403);
    }

    @Test
    void a_browser_gets_the_page_in_place_of_the_effect() {
        String email = People.unverified(server);
        Reply page = server.client()
                .get(
                        "/api/auth/verify?token=" + People.mailedToken(server, email),
                        "Accept",
                        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.all("Vary")).contains("Accept");
        assertThat(login(email, People.PASSWORD).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?token=", "?token=nonsense", "?token=%zz", "?token=a&token=b", "?TOKEN=a", "?token=%00"})
    void a_bad_verification_token_is_400(String query) {
        Reply reply = io.tenantry.http.RawHttp.sendChecked(
                server,
                "GET",
                "/api/auth/verify",
                "GET /api/auth/verify" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("message").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/verify/resend", "/api/auth/forgot"})
    void every_well_formed_address_gets_the_same_answer(String path) {
        Reply known = server.client().post(path, email(People.unverified(server)));
        Reply unknown = server.client().post(path, email(People.newEmail()));
        assertThat(known.status()).isEqualTo(200);
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(unknown.headers().keySet()).isEqualTo(known.headers().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Email is required",
                "{\"email\":null}|Email is required",
                "{\"email\":\"nobody\"}|Invalid email",
                "{\"email\":[\"a@example.com\"]}|Must be text",
                "{\"email\":\"a@example.com,b@example.com\"}|Invalid email",
                "{\"email\":\"a@example.com\\r\\nBcc: b@example.com\"}|Invalid email"
            })
    void RE6_an_address_that_is_none_is_400_and_sends_nothing(String body, String text) {
        for (String path : new String[] {"/api/auth/verify/resend", "/api/auth/forgot"}) {
            Reply reply = server.client().post(path, body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("/errors/email")).isEqualTo(text);
        }
        assertThat(server.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void RF8_a_reset_sets_the_password_ends_sessions_and_signs_nobody_in() {
        String email = People.owner(server);
        String refresh = People.signIn(server, email).at("/refreshToken");
        Reply reply = reset(resetToken(email), OTHER_PASSWORD, OTHER_PASSWORD);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("message");
        assertThat(login(email, People.PASSWORD).status()).isEqualTo(401);
        assertThat(login(email, OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(server.client()
                        .post("/api/v1/session/refresh", "{\"refreshToken\":\"%s\"}".formatted(refresh))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_reset_verifies_the_address() {
        String email = People.unverified(server);
        reset(resetToken(email), OTHER_PASSWORD, OTHER_PASSWORD);
        assertThat(login(email, OTHER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_refused_password_does_not_spend_the_token_and_a_used_one_is_spent() {
        String email = People.owner(server);
        String token = resetToken(email);
        assertThat(reset(token, "short", "short").at("/errors/password")).isEqualTo("Too short");
        assertThat(reset(token, OTHER_PASSWORD, "different").at("/errors/confirmPassword"))
                .isEqualTo("Passwords do not match");
        assertThat(reset(token, "x" + email, "x" + email).at("/errors/password"))
                .isEqualTo("Password is too weak");
        assertThat(reset(token, OTHER_PASSWORD, OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(reset(token, OTHER_PASSWORD, OTHER_PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void a_reset_token_lives_for_thirty_minutes() {
        String token = resetToken(People.owner(server));
        server.tenantry().clock().advance(Duration.ofMinutes(30));
        assertThat(reset(token, OTHER_PASSWORD, OTHER_PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void R9_2_2_tokens_of_one_purpose_serve_no_other() {
        String email = People.unverified(server);
        String verification = People.mailedToken(server, email);
        assertThat(reset(verification, OTHER_PASSWORD, OTHER_PASSWORD).status()).isEqualTo(400);
        assertThat(server.client()
                        .get("/api/auth/verify?token=" + resetToken(email))
                        .status())
                .isEqualTo(400);
        assertThat(server.client()
                        .get("/api/v1/me", "Authorization", "Bearer " + verification)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_reset_without_a_token_names_it() {
        Reply reply = server.client().post("/api/auth/reset", "{}");
        assertThat(reply.json().get("errors").fieldNames())
                .toIterable()
                .containsExactly("token", "password", "confirmPassword");
    }

    private String resetToken(String email) {
        assertThat(server.client().post("/api/auth/forgot", email(email)).status())
                .isEqualTo(200);
        return People.mailedToken(server, email);
    }

    private Reply register(String first, String last, String email, String password, String repetition) {
        return server.client().post("/api/auth/register", """
                        {"firstName":"%s","lastName":"%s","email":"%s","password":"%s","confirmPassword":"%s"}""".formatted(first, last, email, password, repetition));
    }

    private Reply login(String email, String password) {
        return server.client().post("/api/auth/login", People.credentials(email, password));
    }

    private Reply reset(String token, String password, String repetition) {
        return server.client().post("/api/auth/reset", """
                        {"token":"%s","password":"%s","confirmPassword":"%s"}""".formatted(token, password, repetition));
    }

    private static String email(String email) {
        return "{\"email\":\"%s\"}".formatted(email);
    }
}
