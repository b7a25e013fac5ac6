package io.tenantry.http.contract.statuswatch;

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

class StatuswatchRoutesTest {
    private static final String TOKEN_NOT_VALID =
            "{\"detail\":\"Token is invalid or expired\",\"code\":\"token_not_valid\"}";

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_registration_answers_with_organization_schema_and_domain() {
        String email = People.newEmail();
        Reply reply = register("Acme GmbH", email, People.PASSWORD, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/organization/name")).isEqualTo("Acme GmbH");
        assertThat(reply.at("/organization/slug")).isEqualTo("acme-gmbh");
        assertThat(reply.at("/organization/schema")).isEqualTo("tenant_acme_gmbh");
        assertThat(reply.at("/organization/domain")).isEqualTo("acme-gmbh.localhost");
        assertThat(reply.at("/user/email")).isEqualTo(email);
        assertThat(reply.at("/user/role")).isEqualTo("owner");
    }

    @Test
    void a_slug_may_be_asked_for() {
        assertThat(registerWithSlug("chosen-slug", People.newEmail()).at("/organization/slug"))
                .isEqualTo("chosen-slug");
    }

    @Test
    void a_taken_slug_is_a_field_error() {
        registerWithSlug("chosen-slug", People.newEmail());
        Reply reply = registerWithSlug("chosen-slug", People.newEmail());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/organization_slug/0").isTextual()).isTrue();
    }

    @Test
    void a_taken_email_is_a_field_error() {
        Reply reply = register("Acme", People.owner(server), People.PASSWORD, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("{\"email\":[\"A user with this email already exists.\"]}");
    }

    @Test
    void every_missing_field_is_named_in_a_list() {
        Reply reply = server.client().post("/api/auth/register/", "{\"organization_name\":\"\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactly("organization_name", "email", "password", "password_confirm");
        assertThat(reply.at("/email/0")).isEqualTo("This field is required.");
    }

    @Test
    void a_repetition_that_differs_is_told_of_the_repetition() {
        Reply reply = register("Acme", People.newEmail(), People.PASSWORD, People.PASSWORD + " ");
        assertThat(reply.text()).isEqualTo("{\"password_confirm\":[\"Passwords do not match.\"]}");
    }

    @Test
    void right_credentials_give_a_pair_of_tokens() {
        Reply pair = token(People.owner(server), People.PASSWORD);
        assertThat(pair.status()).isEqualTo(200);
        assertThat(me(pair).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"nobody@example.com", "no address"})
    void wrong_credentials_are_told_in_simplejwts_words(String email) {
        Reply reply = token(email, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEqualTo("{\"detail\":\"No active account found with the given credentials\"}");
    }

    @Test
    void missing_credentials_are_field_errors() {
        Reply reply = server.client().post("/api/auth/token/", "{}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("email", "password");
    }

    @Test
    void refreshing_spends_the_token_and_gives_its_successor() {
        Reply first = token(People.owner(server), People.PASSWORD);
        Reply second = refresh(first.at("/refresh"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/refresh")).isNotEqualTo(first.at("/refresh"));
        assertThat(me(second).status()).isEqualTo(200);
        assertThat(refresh(second.at("/refresh")).status()).isEqualTo(200);
    }

    @Test
    void a_retry_within_ten_seconds_gets_the_same_successor() {
        String spent = token(People.owner(server), People.PASSWORD).at("/refresh");
        String successor = refresh(spent).at("/refresh");
        server.tenantry().clock().advance(Duration.ofSeconds(10));
        assertThat(refresh(spent).at("/refresh")).isEqualTo(successor);
        assertThat(refresh(successor).status()).isEqualTo(200);
    }

    @Test
    void R10_4_5_a_spent_token_shown_later_ends_the_whole_session() {
        String spent = token(People.owner(server), People.PASSWORD).at("/refresh");
        Reply newest = refresh(spent);
        server.tenantry().clock().advance(Duration.ofSeconds(11));
        Reply reuse = refresh(spent);
        assertThat(reuse.status()).isEqualTo(401);
        assertThat(reuse.text()).isEqualTo(TOKEN_NOT_VALID);
        assertThat(refresh(newest.at("/refresh")).status()).isEqualTo(401);
        assertThat(me(newest).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-token", "550e8400-e29b-41d4-a716-446655440000", "…", "a.b.c"})
    void an_unknown_refresh_token_is_401(String token) {
        assertThat(refresh(token).text()).isEqualTo(TOKEN_NOT_VALID);
    }

    @Test
    void a_fixed_refresh_token_is_refused_and_its_session_lives_on() {
        String email = People.owner(server);
        String fixed = server.client()
                .post("/api/auth/login", People.credentials(email, People.PASSWORD))
                .at("/data/refreshToken");
        assertThat(refresh(fixed).status()).isEqualTo(401);
        assertThat(server.client()
                        .post("/api/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(fixed))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R9_2_2_an_access_token_refreshes_nothing() {
        assertThat(refresh(token(People.owner(server), People.PASSWORD).at("/access"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void R9_2_2_a_refresh_token_is_no_access_token() {
        String refresh = token(People.owner(server), People.PASSWORD).at("/refresh");
        assertThat(server.client()
                        .get("/api/auth/me/", "Authorization", "Bearer " + refresh)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh\":null}", "{\"refresh\":\"\"}", "{\"refresh\":[]}"})
    void a_missing_refresh_token_is_a_field_error(String body) {
        Reply reply = server.client().post("/api/auth/token/refresh/", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/refresh/0").isTextual()).isTrue();
    }

    @Test
    void R7_4_1_after_logout_neither_token_works() {
        Reply pair = token(People.owner(server), People.PASSWORD);
        Reply logout = logout(pair.at("/refresh"));
        assertThat(logout.status()).isEqualTo(200);
        assertThat(logout.json().get("detail").isTextual()).isTrue();
        assertThat(refresh(pair.at("/refresh")).status()).isEqualTo(401);
        assertThat(me(pair).status()).isEqualTo(401);
        assertThat(logout(pair.at("/refresh")).text()).isEqualTo(TOKEN_NOT_VALID);
    }

    @Test
    void me_shows_organization_role_and_memberships() {
        String email = People.newEmail();
        register("Acme", email, People.PASSWORD, People.PASSWORD);
        Reply me = me(token(email, People.PASSWORD));
        assertThat(me.at("/email")).isEqualTo(email);
        assertThat(me.at("/organization/slug")).isEqualTo("acme");
        assertThat(me.at("/role")).isEqualTo("owner");
        assertThat(me.at("/memberships/0/organization/name")).isEqualTo("Acme");
        assertThat(me.text()).doesNotContain("tenant_");
    }

    @Test
    void me_without_a_tenant_shows_none() {
        Reply me = me(token(People.verified(server), People.PASSWORD));
        assertThat(me.json().get("organization").isNull()).isTrue();
        assertThat(me.json().get("role").isNull()).isTrue();
        assertThat(me.json().get("memberships")).isEmpty();
        assertThat(me.at("/first_name")).isEqualTo("Ada");
    }

    @Test
    void me_without_a_token_is_401_with_a_challenge() {
        Reply reply = server.client().get("/api/auth/me/");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
        assertThat(reply.json().get("detail").isTextual()).isTrue();
    }

    @Test
    void who_must_verify_first_is_403() {
        Reply reply = token(People.unverified(server), People.PASSWORD);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).isEqualTo("{\"detail\":\"Email not verified\"}");
    }

    private Reply register(String name, String email, String password, String repetition) {
        return server.client().post("/api/auth/register/", """
                        {"organization_name":"%s","email":"%s","password":"%s","password_confirm":"%s"}""".formatted(name, email, password, repetition));
    }

    private Reply registerWithSlug(String slug, String email) {
        return server.client()
                .post("/api/auth/register/", """
                        {"organization_name":"Acme","organization_slug":"%s","email":"%s","password":"%s",
                        "password_confirm":"%s"}""".formatted(slug, email, People.PASSWORD, People.PASSWORD));
    }

    private Reply token(String email, String password) {
        return server.client().post("/api/auth/token/", People.credentials(email, password));
    }

    private Reply refresh(String token) {
        return server.client().post("/api/auth/token/refresh/", "{\"refresh\":\"%s\"}".formatted(token));
    }

    private Reply logout(String token) {
        return server.client().post("/api/auth/logout/", "{\"refresh\":\"%s\"}".formatted(token));
    }

    private Reply me(Reply pair) {
        return server.client().get("/api/auth/me/", "Authorization", "Bearer " + pair.at("/access"));
    }
}
