package io.tenantry.http.api.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeySignInRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person ada = Person.owner(server);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();

    @BeforeEach
    void add() {
        assertThat(Passkeys.add(ada, authenticator::register, "Phone").status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_passkey_signs_in_by_itself_with_both_factors_at_once() {
        Reply reply = Passkeys.signIn(server, authenticator::sign);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/user/email")).isEqualTo(ada.email());
        assertThat(reply.at("/tenant/name")).isEqualTo("Company");
        assertThat(reply.json().has("refreshToken")).isTrue();
        assertThat(server.client()
                        .get("/api/v1/me", "Authorization", "Bearer " + reply.at("/accessToken"))
                        .status())
                .isEqualTo(200);
        assertThat(ada.get(Passkeys.MINE).json().at("/items/0/lastUsedAt").isTextual())
                .isTrue();
    }

    @Test
    void it_may_ask_for_cookies_and_a_tenant() {
        String slug = ada.me().at("/tenant/slug");
        Reply reply = Passkeys.signIn(
                server, authenticator::sign, ",\"session\":\"cookie\",\"rememberMe\":true,\"tenant\":\"" + slug + "\"");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("accessToken")).isFalse();
        assertThat(reply.cookie("tenantry_refresh").orElseThrow()).endsWith(".r");
        assertThat(Passkeys.signIn(server, authenticator::sign, ",\"tenant\":\"no-such-tenant\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_passkey_is_the_second_step_of_a_sign_in_by_password() {
        Reply first = server.client().post("/api/v1/session", People.credentials(ada.email(), People.PASSWORD));
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.json().at("/methods").toString()).contains("passkey");
        Reply second = Passkeys.secondStep(server, authenticator::sign, first.at("/mfaToken"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/user/email")).isEqualTo(ada.email());
    }

    @Test
    void the_second_step_answers_as_the_first_was_asked_to() {
        Reply first = server.client().post("/api/v1/session", """
                {"email":"%s","password":"%s","session":"cookie","rememberMe":true}""".formatted(ada.email(), People.PASSWORD));
        Reply second = Passkeys.secondStep(server, authenticator::sign, first.at("/mfaToken"));
        assertThat(second.json().has("accessToken")).isFalse();
        assertThat(second.cookie("tenantry_refresh").orElseThrow()).endsWith(".r");
    }

    @Test
    void R_E8_the_second_step_of_another_is_not_passed_with_ones_own_passkey() {
        Person eve = Person.verified(server);
        InMemoryAuthenticator evils = new InMemoryAuthenticator();
        Passkeys.add(eve, evils::register, "Phone");
        Reply first = server.client().post("/api/v1/session", People.credentials(ada.email(), People.PASSWORD));
        Reply refused = Passkeys.secondStep(server, evils::sign, first.at("/mfaToken"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/code")).isEqualTo("invalid_code");
        assertThat(Passkeys.secondStep(server, authenticator::sign, first.at("/mfaToken"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R_E8_a_ceremony_without_a_first_step_passes_no_second() {
        Reply first = server.client().post("/api/v1/session", People.credentials(ada.email(), People.PASSWORD));
        Reply anybodys = server.client().post(Passkeys.SESSION + "/options", "{}");
        String mfaToken = ",\"mfaToken\":\"" + first.at("/mfaToken") + "\"";
        assertThat(server.client()
                        .post(Passkeys.SESSION, Passkeys.signed(anybodys, authenticator::sign, mfaToken))
                        .at("/code"))
                .isEqualTo("invalid_code");
    }

    @Test
    void R_E10_an_answer_serves_one_of_many_at_once() {
        Reply asked = server.client().post(Passkeys.SESSION + "/options", "{}");
        String body = Passkeys.signed(asked, authenticator::sign, "");
        List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> server.client().post(Passkeys.SESSION, body).status()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void a_ceremony_is_over_after_5_minutes() {
        Reply asked = server.client().post(Passkeys.SESSION + "/options", "{}");
        String body = Passkeys.signed(asked, authenticator::sign, "");
        server.tenantry().clock().advance(Duration.ofMinutes(5));
        Reply reply = server.client().post(Passkeys.SESSION, body);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("unauthenticated");
    }

    @Test
    void R6_3_8_who_asks_learns_nothing_of_who_has_a_passkey() {
        InMemoryAuthenticator unknown = new InMemoryAuthenticator();
        Reply stranger = Passkeys.signIn(server, unknown::sign);
        Reply wrong = Passkeys.signIn(server, options -> "{\"id\":\"x\"}");
        assertThat(List.of(stranger.status(), wrong.status())).containsOnly(401);
        assertThat(stranger.at("/detail")).isEqualTo(wrong.at("/detail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ceremony\":[\"a\"],\"credential\":{}}",
                "{\"ceremony\":\"a\",\"credential\":[]}",
                "{\"ceremony\":\"a\",\"credential\":\"x\"}",
                "{\"ceremony\":\"a\",\"credential\":true}",
                "{\"ceremony\":\"a\",\"credential\":{},\"mfaToken\":1}",
                "{\"ceremony\":\"a\",\"credential\":{},\"mfaToken\":\"a\\u0000\"}",
                "{\"ceremony\":\"a\",\"credential\":{},\"rememberMe\":\"yes\"}",
                "{\"ceremony\":\"a\",\"credential\":{},\"session\":\"header\"}",
                "{\"ceremony\":\"a\",\"credential\":{},\"tenant\":\"No Slug\"}"
            })
    void R2_2_1_wrong_input_is_400(String body) {
        assertThat(server.client().post(Passkeys.SESSION, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mfaToken\":[]}", "{\"mfaToken\":\" \"}", "[]", "x", "{\"mfaToken\":\"a\\u0007\"}"})
    void R2_2_1_wrong_input_begins_nothing(String body) {
        assertThat(server.client().post(Passkeys.SESSION + "/options", body).status())
                .isEqualTo(400);
    }

    @Test
    void a_first_step_that_is_not_is_401() {
        Reply reply = server.client().post(Passkeys.SESSION + "/options", "{\"mfaToken\":\"never-given\"}");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("invalid_code");
    }

    @Test
    void R6_3_1_wrong_passkeys_are_counted_by_address() {
        try (TestServer counting =
                TestServer.setup().policies(Policies.STANDARD).start()) {
            InMemoryAuthenticator unknown = new InMemoryAuthenticator();
            for (int i = 0; i < 100; i++) {
                assertThat(Passkeys.signIn(counting, unknown::sign).status()).isEqualTo(401);
            }
            Reply throttled = counting.client().post(Passkeys.SESSION + "/options", "{}");
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("Retry-After")).isPresent();
        }
    }
}
