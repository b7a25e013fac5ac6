package io.tenantry.http.api.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyPasskeysRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person ada = Person.verified(server);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_passkey_is_added_with_recovery_codes_shown_once() {
        Reply added = Passkeys.add(ada, authenticator::register, "  Phone ");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).contains(Passkeys.MINE + "/" + added.at("/id"));
        assertThat(added.header("Cache-Control")).contains("no-store");
        assertThat(added.at("/name")).isEqualTo("Phone");
        assertThat(added.json().at("/lastUsedAt").isNull()).isTrue();
        assertThat(added.json().at("/recoveryCodes")).hasSize(10);
        Reply second = Passkeys.add(ada, new InMemoryAuthenticator()::register, "Key");
        assertThat(second.json().has("recoveryCodes")).isFalse();
        assertThat(ada.get(Passkeys.MINE).text()).doesNotContain("recoveryCodes", "credential", "publicKey");
    }

    @Test
    void passkeys_are_listed_the_oldest_first_page_by_page() {
        Passkeys.add(ada, authenticator::register, "Phone");
        Passkeys.add(ada, new InMemoryAuthenticator()::register, "Key");
        Reply all = ada.get(Passkeys.MINE);
        assertThat(all.json().at("/items").findValuesAsText("name")).containsExactly("Phone", "Key");
        Reply first = ada.get(Passkeys.MINE + "?limit=1");
        Reply rest = ada.get(Passkeys.MINE + "?cursor=" + first.at("/nextCursor"));
        assertThat(rest.json().at("/items").findValuesAsText("name")).containsExactly("Key");
        assertThat(ada.get(Passkeys.MINE + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void a_passkey_is_renamed_and_removed() {
        String id = Passkeys.add(ada, authenticator::register, "Phone").at("/id");
        Reply renamed = ada.patch(Passkeys.MINE + "/" + id, "{\"name\":\"Old phone\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.at("/name")).isEqualTo("Old phone");
        assertThat(ada.delete(Passkeys.MINE + "/" + id, Passkeys.PASSWORD).status())
                .isEqualTo(204);
        assertThat(ada.get(Passkeys.MINE).json().at("/items")).isEmpty();
        assertThat(ada.delete(Passkeys.MINE + "/" + id, Passkeys.PASSWORD).status())
                .isEqualTo(404);
    }

    @Test
    void R7_5_1_adding_and_removing_need_the_password_again() {
        String id = Passkeys.add(ada, authenticator::register, "Phone").at("/id");
        for (String body : List.of("{}", "{\"password\":null}", "{\"password\":\"wrong horse battery\"}")) {
            Reply start = ada.post(Passkeys.MINE + "/options", body);
            assertThat(start.status()).isEqualTo(400);
            assertThat(start.json().at("/errors/password").isTextual()).isTrue();
            assertThat(ada.delete(Passkeys.MINE + "/" + id, body).status()).isEqualTo(400);
        }
        assertThat(ada.get(Passkeys.MINE).json().at("/items")).hasSize(1);
    }

    @Test
    void R7_4_3_the_other_sessions_end_when_a_passkey_is_added_or_removed() {
        Person elsewhere = ada.again();
        String id = Passkeys.add(ada, authenticator::register, "Phone").at("/id");
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(ada.isSignedIn()).isTrue();
        assertThat(ada.delete(Passkeys.MINE + "/" + id, Passkeys.PASSWORD).status())
                .isEqualTo(204);
        assertThat(ada.isSignedIn()).isTrue();
    }

    @Test
    void R8_2_2_anothers_passkey_is_404_as_is_one_that_is_not() {
        String adas = Passkeys.add(ada, authenticator::register, "Phone").at("/id");
        Person eve = Person.verified(server);
        for (String id : List.of(adas, UUID.randomUUID().toString(), "x")) {
            assertThat(eve.patch(Passkeys.MINE + "/" + id, "{\"name\":\"Mine\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(eve.delete(Passkeys.MINE + "/" + id, Passkeys.PASSWORD).status())
                    .isEqualTo(404);
        }
        assertThat(eve.patch(Passkeys.MINE + "/" + adas, "{\"name\":\"Mine\"}").at("/code"))
                .isEqualTo("not_found");
        assertThat(ada.get(Passkeys.MINE).json().at("/items/0/name").textValue())
                .isEqualTo("Phone");
    }

    @Test
    void R_E8_a_ceremony_serves_once_and_its_own_user_alone() {
        Reply asked = ada.post(Passkeys.MINE + "/options", Passkeys.PASSWORD);
        String body = Passkeys.signed(asked, authenticator::register, ",\"name\":\"Phone\"");
        Person eve = Person.verified(server);
        assertThat(eve.post(Passkeys.MINE, body).at("/code")).isEqualTo("invalid_token");
        assertThat(ada.post(Passkeys.MINE, body).at("/code")).isEqualTo("invalid_token");
        Reply again = ada.post(Passkeys.MINE + "/options", Passkeys.PASSWORD);
        String good = Passkeys.signed(again, authenticator::register, ",\"name\":\"Phone\"");
        assertThat(ada.post(Passkeys.MINE, good).status()).isEqualTo(201);
        assertThat(ada.post(Passkeys.MINE, good).at("/code")).isEqualTo("invalid_token");
    }

    @Test
    void R_E8_the_ceremony_of_a_sign_in_adds_no_passkey() {
        Reply asked = server.client().post(Passkeys.SESSION + "/options", "{}");
        String body = Passkeys.signed(asked, authenticator::register, ",\"name\":\"Phone\"");
        assertThat(ada.post(Passkeys.MINE, body).at("/code")).isEqualTo("invalid_token");
    }

    @Test
    void a_passkey_that_is_known_is_409() {
        Passkeys.add(ada, authenticator::register, "Phone");
        Reply again = Passkeys.add(ada, authenticator::register, "Phone");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("conflict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ceremony\":1,\"credential\":[],\"name\":{}}",
                "{\"ceremony\":\"a\",\"credential\":null,\"name\":\"x\"}",
                "{\"ceremony\":\"a\",\"credential\":\"{}\",\"name\":\"x\"}",
                "{\"ceremony\":\"\",\"credential\":{},\"name\":\"x\"}",
                "{\"ceremony\":\"a\",\"credential\":{},\"name\":\" \"}",
                "{\"ceremony\":\"a\",\"credential\":{},\"name\":\"a\\u0000b\"}",
                "{\"ceremony\":\"a\\u0000b\",\"credential\":{},\"name\":\"x\"}"
            })
    void R2_2_1_wrong_input_is_400(String body) {
        Reply reply = ada.post(Passkeys.MINE, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
    }

    @Test
    void a_name_of_more_than_100_code_points_is_400_and_one_of_100_is_not() {
        String id = Passkeys.add(ada, authenticator::register, "Phone").at("/id");
        String long100 = "\uD83D\uDD11".repeat(100);
        assertThat(ada.patch(Passkeys.MINE + "/" + id, "{\"name\":\"" + long100 + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(ada.patch(Passkeys.MINE + "/" + id, "{\"name\":\"" + long100 + "x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_answer_that_does_not_hold_is_400() {
        Reply asked = ada.post(Passkeys.MINE + "/options", Passkeys.PASSWORD);
        Reply reply = ada.post(Passkeys.MINE, """
                {"ceremony":"%s","credential":{"id":"x"},"name":"Phone"}""".formatted(asked.at("/ceremony")));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("invalid_passkey");
    }

    @Test
    void R8_2_3_members_that_are_not_asked_for_change_nothing() {
        Person eve = Person.verified(server);
        String eves = eve.me().at("/id");
        Reply asked = ada.post(Passkeys.MINE + "/options", Passkeys.PASSWORD);
        String more = ",\"name\":\"Phone\",\"user\":\"" + eves + "\",\"userId\":\"" + eves + "\",\"id\":\"" + eves
                + "\",\"signatureCount\":-1,\"createdAt\":\"2000-01-01T00:00:00.000Z\"";
        Reply added = ada.post(Passkeys.MINE, Passkeys.signed(asked, authenticator::register, more));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/id")).isNotEqualTo(eves);
        assertThat(added.at("/createdAt")).startsWith("2026-");
        assertThat(eve.get(Passkeys.MINE).json().at("/items")).isEmpty();
    }

    @Test
    void nobody_has_passkeys_without_signing_in() {
        assertThat(server.client().get(Passkeys.MINE).status()).isEqualTo(401);
        assertThat(server.client()
                        .post(Passkeys.MINE + "/options", Passkeys.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(server.client().post(Passkeys.MINE, "{}").status()).isEqualTo(401);
    }

    @Test
    void R6_3_1_wrong_passwords_are_counted() {
        try (TestServer counting =
                TestServer.setup().policies(Policies.STANDARD).start()) {
            Person person = Person.verified(counting);
            String wrong = "{\"password\":\"wrong horse battery\"}";
            for (int i = 0; i < 10; i++) {
                assertThat(person.post(Passkeys.MINE + "/options", wrong).status())
                        .isEqualTo(400);
            }
            Reply throttled = person.post(Passkeys.MINE + "/options", Passkeys.PASSWORD);
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("Retry-After")).isPresent();
        }
    }

    @Test
    void the_password_that_signs_in_is_not_shown_again() {
        assertThat(ada.post(Passkeys.MINE + "/options", Passkeys.PASSWORD).text())
                .doesNotContain(People.PASSWORD);
    }
}
