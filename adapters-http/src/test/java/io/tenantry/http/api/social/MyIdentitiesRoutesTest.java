package io.tenantry.http.api.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyIdentitiesRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person ada = Person.verified(server);
    private final ExternalIdentity elsewhere = Visits.person("1", "ada@provider.example", false);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_account_is_linked_listed_used_and_unlinked() {
        Reply linked = Visits.link(server, ada, elsewhere);
        assertThat(linked.status()).isEqualTo(201);
        assertThat(linked.header("Location")).contains(Visits.MINE + "/" + linked.at("/id"));
        assertThat(linked.at("/provider")).isEqualTo("example");
        assertThat(linked.at("/email")).isEqualTo("ada@provider.example");
        assertThat(Visits.signIn(server, elsewhere).at("/user/email")).isEqualTo(ada.email());
        Reply all = ada.get(Visits.MINE);
        assertThat(all.json().at("/items")).hasSize(1);
        assertThat(all.json().at("/items/0/lastUsedAt").isTextual()).isTrue();
        assertThat(ada.delete(Visits.MINE + "/" + linked.at("/id"), null).status())
                .isEqualTo(204);
        assertThat(ada.get(Visits.MINE).json().at("/items")).isEmpty();
        assertThat(Visits.signIn(server, elsewhere).status()).isEqualTo(401);
    }

    @Test
    void R7_5_1_linking_needs_the_password_again() {
        for (String body : List.of(Visits.EXAMPLE, Visits.LINK.replace("correct", "wrong"))) {
            Reply reply = ada.post(Visits.MINE, body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/password").isTextual()).isTrue();
        }
    }

    @Test
    void an_account_that_is_linked_is_409_to_whomever() {
        Visits.link(server, ada, elsewhere);
        Person eve = Person.verified(server);
        for (Person person : List.of(ada, eve)) {
            Reply again = Visits.link(server, person, elsewhere);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.at("/code")).isEqualTo("conflict");
        }
    }

    @Test
    void R_E8_a_visit_is_finished_by_who_began_it_and_for_what_it_was_begun() {
        Person eve = Person.verified(server);
        String adas = Visits.back(server, ada.post(Visits.MINE, Visits.LINK), elsewhere, "");
        assertThat(eve.post(Visits.MINE + "/finish", adas).at("/code")).isEqualTo("invalid_token");
        String signIn = Visits.back(server, server.client().post(Visits.START, Visits.EXAMPLE), elsewhere, "");
        assertThat(ada.post(Visits.MINE + "/finish", signIn).at("/code")).isEqualTo("invalid_token");
        assertThat(ada.get(Visits.MINE).json().at("/items")).isEmpty();
    }

    @Test
    void what_the_provider_refuses_is_not_linked() {
        String body = Visits.back(server, ada.post(Visits.MINE, Visits.LINK), elsewhere, "")
                .replaceFirst("\"code\":\"", "\"code\":\"not-");
        Reply reply = ada.post(Visits.MINE + "/finish", body);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("social_sign_in_failed");
    }

    @Test
    void R8_2_2_anothers_account_is_404_as_is_one_that_is_not() {
        String adas = Visits.link(server, ada, elsewhere).at("/id");
        Person eve = Person.verified(server);
        for (String id : List.of(adas, UUID.randomUUID().toString(), "x")) {
            assertThat(eve.delete(Visits.MINE + "/" + id, null).status()).isEqualTo(404);
        }
        assertThat(eve.get(Visits.MINE).json().at("/items")).isEmpty();
        assertThat(ada.get(Visits.MINE).json().at("/items")).hasSize(1);
    }

    @Test
    void the_only_way_in_is_not_unlinked() {
        ExternalIdentity person = Visits.person("7", "new@example.com", true);
        String token = Visits.signIn(server, person).at("/accessToken");
        Person newcomer = new Person(server, "new@example.com", token, "");
        String id = newcomer.get(Visits.MINE).at("/items/0/id");
        Reply reply = newcomer.delete(Visits.MINE + "/" + id, null);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/code")).isEqualTo("conflict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"provider\":1,\"password\":\"x\"}",
                "{\"provider\":\"Example\"}",
                "{\"provider\":\"example\",\"password\":[\"x\"]}",
                "{\"provider\":\"example\",\"password\":\"a\\u0000b\"}"
            })
    void R2_2_1_wrong_input_begins_nothing(String body) {
        assertThat(ada.post(Visits.MINE, body).status()).isEqualTo(400);
    }

    @Test
    void a_provider_that_is_not_is_404() {
        assertThat(ada.post(Visits.MINE, Visits.LINK.replace("example", "other"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobody_links_without_signing_in() {
        assertThat(server.client().get(Visits.MINE).status()).isEqualTo(401);
        assertThat(server.client().post(Visits.MINE, Visits.LINK).status()).isEqualTo(401);
        assertThat(server.client().post(Visits.MINE + "/finish", "{}").status()).isEqualTo(401);
    }

    @Test
    void R8_2_3_members_that_are_not_asked_for_change_nothing() {
        Person eve = Person.verified(server);
        String more = ",\"user\":\"" + eve.me().at("/id") + "\",\"subject\":\"2\",\"issuer\":\"https://evil.example\"";
        String body = Visits.back(server, ada.post(Visits.MINE, Visits.LINK), elsewhere, more);
        assertThat(ada.post(Visits.MINE + "/finish", body).status()).isEqualTo(201);
        assertThat(eve.get(Visits.MINE).json().at("/items")).isEmpty();
        assertThat(ada.get(Visits.MINE).json().at("/items")).hasSize(1);
    }
}
