package io.tenantry.http.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.Password;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRoutesTest {
    private static final String PASSWORD = "/api/v1/me/password";
    private static final String NEXT = "staple battery horse";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void R6_2_2_a_password_is_changed_and_the_old_one_works_no_more() {
        Person person = Person.verified(server);
        Reply changed = person.post(PASSWORD, change(People.PASSWORD, NEXT));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.text()).isEmpty();
        assertThat(signIn(person.email(), People.PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(person.email(), NEXT).status()).isEqualTo(200);
    }

    @Test
    void R7_4_3_the_other_sessions_end_and_the_one_at_hand_goes_on() {
        Person person = Person.verified(server);
        Person other = person.again();
        person.post(PASSWORD, change(People.PASSWORD, NEXT));
        assertThat(other.isSignedIn()).isFalse();
        assertThat(person.isSignedIn()).isTrue();
    }

    @Test
    void R6_2_3_a_wrong_current_password_is_told_by_its_field_and_changes_nothing() {
        Person person = Person.verified(server);
        Reply reply = person.post(PASSWORD, change("wrong horse battery", NEXT));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors")).hasToString("{\"currentPassword\":\"Current password is wrong\"}");
        assertThat(signIn(person.email(), People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void R6_2_8_the_current_password_is_taken_exactly_as_it_was_sent() {
        Person person = Person.verified(server);
        for (String almost : new String[] {" " + People.PASSWORD, People.PASSWORD + " ", "Correct horse battery"}) {
            assertThat(person.post(PASSWORD, change(almost, NEXT)).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "passwort,New password is too weak",
        "password1,New password is too weak",
        "short,New password is too short",
        "'        ',",
        "'',New password is required",
        "a\\u0000bcdefgh,New password contains a character that is not allowed"
    })
    void R6_2_4_a_new_password_keeps_the_rules(String next, String problem) {
        Person person = Person.verified(server);
        Reply reply = person.post(PASSWORD, change(People.PASSWORD, next));
        if (problem == null) {
            assertThat(reply.status()).isEqualTo(204);
        } else {
            assertThat(reply.json().get("errors")).hasToString("{\"newPassword\":\"" + problem + "\"}");
        }
    }

    @Test
    void R6_2_11_a_new_password_is_not_the_name_of_the_mailbox() {
        Person person = Person.verified(server);
        String mailbox = person.email().substring(0, person.email().indexOf('@'));
        Reply reply = person.post(PASSWORD, change(People.PASSWORD, "xx" + mailbox + "xx"));
        assertThat(reply.json().at("/errors/newPassword").asText()).isEqualTo("New password is too weak");
    }

    @Test
    void R6_2_12_nor_one_that_is_known_from_a_breach() {
        server.tenantry().breach(new Password("known by everybody"));
        Reply reply = Person.verified(server).post(PASSWORD, change(People.PASSWORD, "known by everybody"));
        assertThat(reply.json().at("/errors/newPassword").asText()).isEqualTo("New password appeared in a data breach");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|currentPassword",
                "{'currentPassword':7,'newPassword':'staple battery'}|currentPassword",
                "{'currentPassword':'correct horse battery'}|newPassword",
                "{'currentPassword':'correct horse battery','newPassword':['x']}|newPassword",
                "{'currentPassword':'correct horse battery','newPassword':null}|newPassword"
            })
    void R2_2_1_what_cannot_be_used_is_told_by_field(String body, String field) {
        Reply reply = Person.verified(server).post(PASSWORD, body.replace('\'', '"'));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/" + field).isTextual()).isTrue();
    }

    @Test
    void R15_3_1_nobodys_password_but_the_callers_is_changed() {
        Person person = Person.verified(server);
        Person other = Person.verified(server);
        String body = """
                {"currentPassword":"%s","newPassword":"%s","userId":"%s","id":"%s","email":"%s"}""".formatted(
                        People.PASSWORD, NEXT, other.me().at("/id"), other.me().at("/id"), other.email());
        assertThat(person.post(PASSWORD, body).status()).isEqualTo(204);
        assertThat(signIn(other.email(), People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nobody_changes_it_without_signing_in() {
        assertThat(server.client().post(PASSWORD, change(People.PASSWORD, NEXT)).status())
                .isEqualTo(401);
    }

    private static Reply signIn(String email, String password) {
        return server.client().post("/api/v1/session", People.credentials(email, password));
    }

    private static String change(String current, String next) {
        return """
                {"currentPassword":"%s","newPassword":"%s"}""".formatted(current, next);
    }
}
