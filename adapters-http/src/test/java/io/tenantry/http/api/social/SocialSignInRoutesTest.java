package io.tenantry.http.api.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialSignInRoutesTest {
    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void providers_are_listed() {
        Reply reply = server.client().get("/api/v1/session/providers");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("{\"items\":[{\"name\":\"example\",\"label\":\"Example\"}],\"nextCursor\":null}");
    }

    @Test
    void a_newcomer_is_taken_up_with_an_address_that_is_verified() {
        Reply reply = Visits.signIn(server, Visits.person("1", "new@example.com", true));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/user/email")).isEqualTo("new@example.com");
        assertThat(reply.json().at("/user/emailVerified").booleanValue()).isTrue();
        assertThat(reply.at("/user/fullName")).isEqualTo("Ada Lovelace");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        Reply again = Visits.signIn(server, Visits.person("1", "moved@example.com", true));
        assertThat(again.at("/user/id")).isEqualTo(reply.at("/user/id"));
        assertThat(again.at("/user/email")).isEqualTo("new@example.com");
    }

    @Test
    void R6_8_1_an_account_is_linked_by_an_address_only_if_both_sides_have_verified_it() {
        String verified = People.verified(server);
        assertThat(Visits.signIn(server, Visits.person("1", verified, true)).at("/user/email"))
                .isEqualTo(verified);
        String unverified = People.unverified(server);
        Reply exists = Visits.signIn(server, Visits.person("2", unverified, true));
        assertThat(exists.status()).isEqualTo(409);
        assertThat(exists.at("/code")).isEqualTo("account_exists");
        Reply notVouched = Visits.signIn(server, Visits.person("3", People.verified(server), false));
        assertThat(notVouched.status()).isEqualTo(401);
        assertThat(notVouched.at("/code")).isEqualTo("social_sign_in_failed");
    }

    @Test
    void it_may_ask_for_cookies() {
        ExternalIdentity person = Visits.person("1", "new@example.com", true);
        Reply reply = Visits.signIn(server, person, ",\"session\":\"cookie\",\"rememberMe\":true");
        assertThat(reply.json().has("accessToken")).isFalse();
        assertThat(reply.cookie("tenantry_refresh").orElseThrow()).endsWith(".r");
        assertThat(Visits.signIn(server, person, ",\"tenant\":\"no-such-tenant\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void cookies_are_refused_where_they_would_go_in_clear() {
        try (TestServer clear =
                TestServer.setup().publicUrl("http://accounts.example").start()) {
            Reply reply = Visits.signIn(clear, Visits.person("1", "a@example.com", true), ",\"session\":\"cookie\"");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/session").isTextual()).isTrue();
        }
    }

    @Test
    void who_has_a_second_factor_is_asked_for_it() {
        Person ada = Person.verified(server);
        Reply options = ada.post("/api/v1/me/passkeys/options", "{\"password\":\"" + People.PASSWORD + "\"}");
        String credential = new InMemoryAuthenticator()
                .register(options.json().at("/publicKey").toString());
        assertThat(ada.post("/api/v1/me/passkeys", """
                        {"ceremony":"%s","credential":%s,"name":"Phone"}""".formatted(options.at("/ceremony"), credential))
                        .status())
                .isEqualTo(201);
        Reply reply = Visits.signIn(server, Visits.person("1", ada.email(), true), ",\"session\":\"cookie\"");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("mfa_required");
        assertThat(reply.at("/mfaToken")).isNotEmpty();
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void R9700_4_7_only_the_browser_that_began_may_finish() {
        Reply mine = server.client().post(Visits.START, Visits.EXAMPLE);
        Reply others = server.client().post(Visits.START, Visits.EXAMPLE);
        String body = Visits.back(server, mine, Visits.person("1", "new@example.com", true), "")
                .replace(mine.at("/browserToken"), others.at("/browserToken"));
        Reply reply = server.client().post(Visits.FINISH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("invalid_token");
    }

    @Test
    void R_E10_a_visit_is_finished_by_one_of_many_at_once() {
        Reply started = server.client().post(Visits.START, Visits.EXAMPLE);
        String body = Visits.back(server, started, Visits.person("1", "new@example.com", true), "");
        List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> server.client().post(Visits.FINISH, body).status()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void a_visit_is_over_after_10_minutes() {
        Reply started = server.client().post(Visits.START, Visits.EXAMPLE);
        String body = Visits.back(server, started, Visits.person("1", "new@example.com", true), "");
        server.tenantry().clock().advance(Duration.ofMinutes(10));
        assertThat(server.client().post(Visits.FINISH, body).at("/code")).isEqualTo("invalid_token");
    }

    @Test
    void a_code_that_the_provider_refuses_is_401() {
        Reply started = server.client().post(Visits.START, Visits.EXAMPLE);
        String body = Visits.back(server, started, Visits.person("1", "new@example.com", true), "")
                .replaceFirst("\"code\":\"", "\"code\":\"not-");
        Reply reply = server.client().post(Visits.FINISH, body);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("social_sign_in_failed");
    }

    @Test
    void a_visit_that_was_begun_to_link_signs_nobody_in() {
        Person ada = Person.verified(server);
        Reply started = ada.post(Visits.MINE, Visits.LINK);
        String body = Visits.back(server, started, Visits.person("1", "new@example.com", true), "");
        assertThat(server.client().post(Visits.FINISH, body).at("/code")).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "x"})
    void a_provider_that_is_not_is_404(String name) {
        assertThat(server.client()
                        .post(Visits.START, "{\"provider\":\"" + name + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"provider\":null}",
                "{\"provider\":[\"example\"]}",
                "{\"provider\":\"Example\"}",
                "{\"provider\":\"https://evil.example\"}",
                "{\"provider\":\"../x\"}",
                "{\"provider\":\"a\\u0000\"}"
            })
    void R2_2_1_a_provider_without_a_name_is_400(String body) {
        assertThat(server.client().post(Visits.START, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"state\":1,\"code\":2,\"browserToken\":3}",
                "{\"state\":\"a\",\"code\":\"b\"}",
                "{\"state\":\"a\",\"code\":\"\",\"browserToken\":\"c\"}",
                "{\"state\":\"a\",\"code\":\"b\\u0000\",\"browserToken\":\"c\"}",
                "{\"state\":\"a\",\"code\":{},\"browserToken\":\"c\"}",
                "{\"state\":\"a\",\"code\":\"b\",\"browserToken\":\"c\",\"iss\":[]}",
                "{\"state\":\"a\",\"code\":\"b\",\"browserToken\":\"c\",\"session\":\"x\"}",
                "{\"state\":\"a\",\"code\":\"b\",\"browserToken\":\"c\",\"rememberMe\":1}"
            })
    void R2_2_1_wrong_input_is_400(String body) {
        Reply reply = server.client().post(Visits.FINISH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
    }

    @Test
    void a_code_longer_than_any_is_400() {
        String body = "{\"state\":\"a\",\"code\":\"" + "c".repeat(4097) + "\",\"browserToken\":\"b\"}";
        assertThat(server.client().post(Visits.FINISH, body).at("/code")).isEqualTo("validation_failed");
    }

    @Test
    void R8_2_3_members_that_are_not_asked_for_change_nothing() {
        Reply reply = Visits.signIn(
                server,
                Visits.person("1", "new@example.com", true),
                ",\"operator\":true,\"role\":\"owner\",\"emailVerified\":false,\"email\":\"other@example.com\",\"redirectUri\":\"https://evil.example\"");
        assertThat(reply.at("/user/email")).isEqualTo("new@example.com");
        assertThat(reply.json().at("/role").isNull()).isTrue();
    }

    @Test
    void R9700_4_11_where_the_browser_goes_is_for_the_configuration_to_say() {
        String body =
                "{\"provider\":\"example\",\"redirect_uri\":\"https://evil.example\",\"next\":\"//evil.example\"}";
        assertThat(server.client().post(Visits.START, body).text()).doesNotContain("evil");
    }

    @Test
    void R_CSRF_nothing_is_begun_or_finished_by_get_or_by_a_form() {
        assertThat(server.client().get(Visits.START).status()).isEqualTo(405);
        assertThat(server.client().get(Visits.FINISH).status()).isEqualTo(405);
        byte[] form = "provider=example".getBytes(StandardCharsets.UTF_8);
        assertThat(server.client()
                        .postAs("application/x-www-form-urlencoded", Visits.START, form)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void R6_3_1_failed_visits_are_counted_by_address() {
        try (TestServer counting =
                TestServer.setup().policies(Policies.STANDARD).start()) {
            String body = "{\"state\":\"a\",\"code\":\"b\",\"browserToken\":\"c\"}";
            for (int i = 0; i < 100; i++) {
                assertThat(counting.client().post(Visits.FINISH, body).status()).isEqualTo(400);
            }
            assertThat(counting.client().post(Visits.FINISH, body).status()).isEqualTo(429);
            Reply throttled = counting.client().post(Visits.START, Visits.EXAMPLE);
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("Retry-After")).isPresent();
        }
    }
}
