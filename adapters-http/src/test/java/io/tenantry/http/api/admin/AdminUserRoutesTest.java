package io.tenantry.http.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.http.Company;
import io.tenantry.http.Operator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminUserRoutesTest {
    private static final String ALL = "/api/v1/admin/users";

    private final TestServer server = TestServer.start();
    private final Person operator = Operator.of(server);
    private final Person person = Person.verified(server);
    private final String path = ALL + "/" + Company.userId(person);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_user_is_shown_by_what_an_operator_needs() {
        Reply found = operator.get(ALL + "?query=" + person.email());
        assertThat(found.json().get("items")).hasSize(1);
        assertThat(found.json().at("/items/0").fieldNames())
                .toIterable()
                .containsExactly("id", "email", "fullName", "emailVerified", "operator", "disabled", "createdAt");
        assertThat(found.at("/items/0/email")).isEqualTo(person.email());
        assertThat(found.at("/items/0/fullName")).isEqualTo("Ada Lovelace");
        assertThat(found.at("/items/0/emailVerified")).isEqualTo("true");
        assertThat(found.at("/items/0/operator")).isEqualTo("false");
    }

    @Test
    void users_are_listed_the_newest_first_a_page_at_a_time() {
        Reply first = operator.get(ALL + "?limit=1");
        Reply second = operator.get(ALL + "?limit=1&cursor=" + first.at("/nextCursor"));
        assertThat(first.at("/items/0/email")).isEqualTo(person.email());
        assertThat(second.at("/items/0/email")).isEqualTo(operator.email());
        assertThat(second.at("/items/0/operator")).isEqualTo("true");
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void R7_4_2_a_disabled_user_is_signed_out_at_once_and_cannot_come_back() {
        Reply disabled = operator.patch(path, "{\"disabled\":true}");
        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.at("/disabled")).isEqualTo("true");
        assertThat(person.isSignedIn()).isFalse();
        assertThat(refresh().status()).isEqualTo(401);
        Reply again = signIn(People.PASSWORD);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.at("/code")).isEqualTo("account_disabled");
        assertThat(signIn("wrong horse battery").status()).isEqualTo(401);
        assertThat(operator.patch(path, "{\"disabled\":false}").at("/disabled")).isEqualTo("false");
        assertThat(signIn(People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void operators_do_not_disable_themselves() {
        Reply reply = operator.patch(ALL + "/" + Company.userId(operator), "{\"disabled\":true}");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(operator.isSignedIn()).isTrue();
    }

    @Test
    void R7_4_5_an_operator_ends_a_users_sessions() {
        Person elsewhere = person.again();
        Reply ended = operator.delete(path + "/sessions", null);
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.at("/email")).isEqualTo(person.email());
        assertThat(person.isSignedIn()).isFalse();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(refresh().status()).isEqualTo(401);
        assertThat(person.again().isSignedIn()).isTrue();
    }

    @Test
    void R6_4_6_the_link_to_a_new_password_goes_to_the_user_alone() {
        server.tenantry().deliverMail();
        Reply sent = operator.post(path + "/password-reset", "{}");
        assertThat(sent.status()).isEqualTo(200);
        String token = People.mailedToken(server, person.email());
        assertThat(server.tenantry().mails().stream()
                        .filter(mail -> mail.kind() == MailKind.RESET_PASSWORD)
                        .map(mail -> mail.to().email().value()))
                .containsExactly(person.email());
        assertThat(sent.text()).doesNotContain(token);
        assertThat(operator.get("/api/v1/admin/audit").text()).doesNotContain(token);
        assertThat(signIn(People.PASSWORD).status()).isEqualTo(200);
        Reply reset = server.client().post("/api/auth/reset", """
                {"token":"%s","password":"another horse battery","confirmPassword":"another horse battery"}""".formatted(token));
        assertThat(reset.status()).isEqualTo(200);
        assertThat(signIn("another horse battery").status()).isEqualTo(200);
    }

    @Test
    void to_a_disabled_user_no_mail_goes_and_the_answer_is_the_same() {
        operator.patch(path, "{\"disabled\":true}");
        server.tenantry().deliverMail();
        assertThat(operator.post(path + "/password-reset", "{}").status()).isEqualTo(200);
        assertThat(server.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void R8_2_3_nothing_else_of_a_user_can_be_set() {
        Reply reply = operator.patch(path, """
                {"disabled":false,"operator":true,"email":"other@example.com","emailVerified":false,"id":"x"}""");
        assertThat(reply.at("/operator")).isEqualTo("false");
        assertThat(reply.at("/email")).isEqualTo(person.email());
        assertThat(reply.at("/emailVerified")).isEqualTo("true");
    }

    @Test
    void every_call_of_an_operators_stands_in_the_audit() {
        operator.get(ALL + "?query=ada");
        operator.get("/api/v1/admin/tenants");
        operator.get("/api/v1/admin/stats");
        operator.patch(path, "{\"disabled\":true}");
        operator.patch(path, "{\"disabled\":false}");
        operator.post(path + "/password-reset", "{}");
        operator.delete(path + "/sessions", null);
        operator.get("/api/v1/admin/audit");
        Reply audit = operator.get("/api/v1/admin/audit?actor=" + Company.userId(operator) + "&limit=100");
        List<String> actions = audit.json().get("items").findValuesAsText("action");
        assertThat(actions)
                .contains(
                        "admin.searched_users",
                        "admin.searched_tenants",
                        "admin.read_statistics",
                        "admin.read_audit",
                        "account.disabled",
                        "account.enabled",
                        "sessions.ended",
                        "password.reset_requested");
        assertThat(audit.text()).doesNotContain("query", "\"ada\"");
    }

    @Test
    void the_figures_are_those_of_the_installation() {
        Company.in(server);
        Reply figures = operator.get("/api/v1/admin/stats");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.at("/tenants/active")).isEqualTo("1");
        assertThat(figures.at("/tenants/suspended")).isEqualTo("0");
        assertThat(figures.at("/users/all")).isEqualTo("5");
        assertThat(figures.at("/users/disabled")).isEqualTo("0");
        assertThat(Integer.parseInt(figures.at("/sessions/live"))).isGreaterThanOrEqualTo(4);
        assertThat(figures.at("/invitations/pending")).isEqualTo("0");
    }

    @Test
    void the_figures_come_day_by_day_too() {
        LocalDate today = LocalDate.ofInstant(server.tenantry().clock().instant(), ZoneOffset.UTC);
        assertThat(operator.get("/api/v1/admin/stats").json().get("daily")).hasSize(30);
        JsonNode daily = operator.get("/api/v1/admin/stats?days=32").json().get("daily");
        assertThat(daily.findValuesAsText("day"))
                .hasSize(32)
                .startsWith(today.minusDays(31).toString())
                .endsWith(today.toString());
        assertThat(daily.get(0).toString())
                .isEqualTo(
                        "{\"day\":\"" + today.minusDays(31)
                                + "\",\"registeredTenants\":0,\"registeredUsers\":0,\"signIns\":null,\"requests\":0,\"units\":0}");
        assertThat(daily.get(31).get("registeredUsers").intValue()).isEqualTo(2);
        assertThat(daily.get(31).get("signIns").intValue()).isGreaterThanOrEqualTo(2);
    }

    private Reply signIn(String password) {
        return server.client().post("/api/v1/session", People.credentials(person.email(), password));
    }

    private Reply refresh() {
        return server.client().post("/api/v1/session/refresh", """
                {"refreshToken":"%s"}""".formatted(person.refreshToken()));
    }
}
