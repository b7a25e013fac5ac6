package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRoutesTest {
    private static final String EMAIL = "/api/v1/me/email";
    private static final String CONFIRM = "/api/v1/me/email/confirm";

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_address_is_the_users_once_who_reads_its_mail_confirms_it() {
        Person person = Person.verified(server);
        String next = People.newEmail();
        Reply asked = person.post(EMAIL, change(next, People.PASSWORD));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json()).hasToString("{\"newEmail\":\"" + next + "\"}");
        assertThat(person.me().at("/email")).isEqualTo(person.email());
        Reply confirmed = confirm(People.mailedToken(server, next));
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.json()).hasToString("{\"email\":\"" + next + "\"}");
        assertThat(signIn(next).status()).isEqualTo(200);
        assertThat(signIn(person.email()).status()).isEqualTo(401);
    }

    @Test
    void R6_3_7_the_old_address_hears_of_the_wish_and_of_the_change() {
        Person person = Person.verified(server);
        String next = People.newEmail();
        person.post(EMAIL, change(next, People.PASSWORD));
        confirm(People.mailedToken(server, next));
        server.tenantry().deliverMail();
        assertThat(server.tenantry().mails().stream()
                        .filter(mail -> mail.to().email().value().equals(person.email()))
                        .map(Mail::kind))
                .contains(MailKind.EMAIL_CHANGE_REQUESTED, MailKind.EMAIL_CHANGED);
    }

    @Test
    void R6_3_8_the_answer_is_the_same_for_an_address_that_somebody_has() {
        Person person = Person.verified(server);
        String taken = People.verified(server);
        Reply asked = person.post(EMAIL, change(taken, People.PASSWORD));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json()).hasToString("{\"newEmail\":\"" + taken + "\"}");
        List<Mail> mails = server.tenantry().deliverMail();
        assertThat(mails.stream().filter(mail -> mail.to().email().value().equals(taken)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.token()).isEmpty());
    }

    @Test
    void R7_5_1_nobody_changes_the_address_without_the_password() {
        Person person = Person.verified(server);
        for (String password : new String[] {"wrong horse battery", ""}) {
            Reply reply = person.post(EMAIL, change(People.newEmail(), password));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/password").isTextual()).isTrue();
        }
        assertThat(server.tenantry().deliverMail()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'password':'correct horse battery'}|newEmail",
                "{'newEmail':'x','password':'correct horse battery'}|newEmail",
                "{'newEmail':['a@example.com'],'password':'correct horse battery'}|newEmail",
                "{'newEmail':{'a':'a@example.com'},'password':'correct horse battery'}|newEmail",
                "{'newEmail':'a@example.com,b@example.com','password':'correct horse battery'}|newEmail",
                "{'newEmail':'a@example.com\\r\\nBcc: b@example.com','password':'correct horse battery'}|newEmail",
                "{'newEmail':'a@example.com','password':7}|password",
                "{'newEmail':'a@example.com','password':'a\\u0000b'}|password"
            })
    void R_E6_what_is_no_address_is_400_and_sends_nothing(String body, String field) {
        Person person = Person.verified(server);
        server.tenantry().deliverMail();
        Reply reply = person.post(EMAIL, body.replace('\'', '"'));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/" + field).isTextual()).isTrue();
        assertThat(server.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void the_address_that_the_user_has_is_told_under_its_field() {
        Person person = Person.verified(server);
        Reply reply = person.post(EMAIL, change(person.email(), People.PASSWORD));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/newEmail").isTextual()).isTrue();
    }

    @Test
    void R_E8_the_link_works_once_and_for_an_hour() {
        Person person = Person.verified(server);
        String next = People.newEmail();
        person.post(EMAIL, change(next, People.PASSWORD));
        String token = People.mailedToken(server, next);
        assertThat(confirm(token).status()).isEqualTo(200);
        assertThat(confirm(token).at("/code")).isEqualTo("invalid_token");
        String late = People.newEmail();
        person.post(EMAIL, change(late, People.PASSWORD));
        String lateToken = People.mailedToken(server, late);
        server.tenantry().clock().advance(Duration.ofHours(1));
        assertThat(confirm(lateToken).status()).isEqualTo(400);
    }

    @Test
    void R_E8_no_other_mails_token_confirms_an_address() {
        String unverified = People.unverified(server);
        assertThat(confirm(People.mailedToken(server, unverified)).status()).isEqualTo(400);
        server.client().post("/api/auth/forgot", "{\"email\":\"" + unverified + "\"}");
        assertThat(confirm(People.mailedToken(server, unverified)).status()).isEqualTo(400);
    }

    @Test
    void an_address_that_became_anothers_meanwhile_is_409() {
        Person person = Person.verified(server);
        String next = People.newEmail();
        person.post(EMAIL, change(next, People.PASSWORD));
        String token = People.mailedToken(server, next);
        server.client().post("/api/auth/register", """
                        {"email":"%s","password":"%s","confirmPassword":"%s"}""".formatted(next, People.PASSWORD, People.PASSWORD));
        Reply reply = confirm(token);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/code")).isEqualTo("email_taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":7}",
                "{\"token\":null}",
                "{\"token\":\" \"}",
                "{\"token\":\"a\\u0000\"}",
                "{\"token\":[]}"
            })
    void what_is_no_token_is_400(String body) {
        Reply reply = server.client().post(CONFIRM, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/token").isTextual()).isTrue();
    }

    @Test
    void R_F8_no_answer_holds_the_token() {
        Person person = Person.verified(server);
        String next = People.newEmail();
        Reply asked = person.post(EMAIL, change(next, People.PASSWORD));
        String token = People.mailedToken(server, next);
        assertThat(asked.text() + asked.headers()).doesNotContain(token);
        Reply confirmed = confirm(token);
        assertThat(confirmed.text() + confirmed.headers()).doesNotContain(token);
    }

    private Reply confirm(String token) {
        return server.client().post(CONFIRM, "{\"token\":\"" + token + "\"}");
    }

    private Reply signIn(String email) {
        return server.client().post("/api/v1/session", People.credentials(email, People.PASSWORD));
    }

    private static String change(String email, String password) {
        return """
                {"newEmail":"%s","password":"%s"}""".formatted(email, password);
    }
}
