package io.tenantry.http.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantInvitationRoutesTest {
    private static TestServer server;

    private final Company company = Sent.company(server);

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void who_invites_hears_of_everything_but_the_token() {
        String email = People.newEmail();
        Reply made = company.admin().post(company.path("/invitations"), Sent.body(email, "member"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().fieldNames())
                .toIterable()
                .containsExactly("id", "email", "role", "status", "expiresAt", "createdAt", "invitedBy");
        assertThat(made.at("/email")).isEqualTo(email);
        assertThat(made.at("/role")).isEqualTo("member");
        assertThat(made.at("/status")).isEqualTo("pending");
        assertThat(made.at("/createdAt")).startsWith("2026-01-01T");
        assertThat(made.at("/expiresAt")).startsWith("2026-01-08T");
        assertThat(made.at("/invitedBy/id")).isEqualTo(Company.userId(company.admin()));
        assertThat(made.at("/invitedBy/email")).isEqualTo(company.admin().email());
        assertThat(made.header("Location")).contains(company.path("/invitations/" + made.at("/id")));
    }

    @Test
    void the_newest_stands_first_and_a_page_goes_on_where_the_one_before_ended() {
        List<String> emails = Stream.generate(People::newEmail).limit(5).toList();
        emails.forEach(email -> {
            server.tenantry().clock().advance(Duration.ofSeconds(1));
            Sent.to(company, email);
        });
        Reply first = company.owner().get(company.path("/invitations?limit=2"));
        Reply second = company.owner().get(company.path("/invitations?limit=3&cursor=" + first.at("/nextCursor")));
        assertThat(Stream.concat(emails(first), emails(second)))
                .containsExactly(emails.get(4), emails.get(3), emails.get(2), emails.get(1), emails.get(0));
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "limit=1&limit=2", "cursor=x", "cursor=", "cursor=%25zz"})
    void what_is_no_page_is_400(String query) {
        Reply reply = company.owner().get(company.path("/invitations?" + query));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
    }

    @Test
    void R_E3_the_token_is_in_the_mail_alone_and_in_no_answer_for_any_role() {
        String email = People.newEmail();
        Sent first = Sent.to(company, email);
        Reply resent = first.resentBy(company.owner());
        Sent second = first.renewed();
        Stream<Reply> shown = Stream.of(company.owner(), company.admin(), company.member())
                .flatMap(person -> Stream.of("", "/invitations", "/members", "/audit", "/domains")
                        .map(below -> person.get(company.path(below))));
        Reply preview = second.preview();
        Reply again = company.owner().post(company.path("/invitations"), Sent.body(email, "member"));
        Reply revoked = second.revokedBy(company.owner());
        Stream<Reply> all = Stream.of(
                        Stream.of(resent, preview, again, revoked),
                        shown,
                        Stream.of(company.owner().me(), company.owner().get("/api/v1/me/export")))
                .flatMap(replies -> replies);
        assertThat(all)
                .hasSize(21)
                .allSatisfy(reply -> assertThat(reply.status()).isLessThan(500))
                .allSatisfy(reply -> assertThat(reply.text() + reply.headers())
                        .doesNotContain(
                                first.token(), second.token(), first.token().substring(0, 12)));
    }

    @ParameterizedTest
    @CsvSource({
        "owner,  owner,  201",
        "owner,  admin,  201",
        "owner,  member, 201",
        "admin,  owner,  403",
        "admin,  admin,  201",
        "admin,  member, 201",
        "member, owner,  403",
        "member, admin,  403",
        "member, member, 403"
    })
    void R8_2_1_who_invites_whom(String inviter, String role, int status) {
        String email = People.newEmail();
        Reply reply = person(inviter).post(company.path("/invitations"), Sent.body(email, role));
        assertThat(reply.status()).isEqualTo(status);
        server.tenantry().deliverMail();
        assertThat(server.tenantry().mails().stream()
                        .filter(mail -> mail.to().email().value().equals(email)))
                .hasSize(status == 201 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"admin, owner, 403", "admin, admin, 200", "member, member, 403", "owner, owner, 200"})
    void R8_2_1_to_send_again_and_take_back_needs_what_inviting_needs(String caller, String role, int status) {
        Sent sent = Sent.by(company.owner(), company, People.newEmail(), role);
        assertThat(sent.resentBy(person(caller)).status()).isEqualTo(status);
        assertThat(sent.revokedBy(person(caller)).status()).isEqualTo(status);
    }

    @Test
    void R8_2_1_members_do_not_see_who_is_invited() {
        assertThat(company.member().get(company.path("/invitations")).status()).isEqualTo(403);
        assertThat(company.admin().get(company.path("/invitations")).status()).isEqualTo(200);
    }

    @Test
    void R8_2_2_what_is_another_tenants_is_404_in_the_same_words_as_what_is_not_there() {
        Sent sent = Sent.to(company, People.newEmail());
        Person stranger = Person.owner(server);
        String theirs = stranger.me().at("/tenant/id");
        String nowhere = UUID.randomUUID().toString();
        for (String tenant : List.of(company.id(), nowhere, "x")) {
            String all = "/api/v1/tenants/" + tenant + "/invitations";
            assertNotFound(stranger.get(all));
            assertNotFound(stranger.post(all, Sent.body(People.newEmail(), "member")));
            assertNotFound(stranger.post(all + "/" + sent.id() + "/resend", "{}"));
            assertNotFound(stranger.delete(all + "/" + sent.id(), null));
        }
        for (String invitation : List.of(sent.id(), nowhere, "x")) {
            String one = "/api/v1/tenants/" + theirs + "/invitations/" + invitation;
            assertNotFound(stranger.post(one + "/resend", "{}"));
            assertNotFound(stranger.delete(one, null));
        }
        assertThat(sent.preview().status()).isEqualTo(200);
    }

    @Test
    void an_address_has_one_pending_invitation_and_a_member_none() {
        Sent sent = Sent.to(company, People.newEmail());
        String shouted = sent.email().toUpperCase(Locale.ROOT);
        Reply second = company.owner().post(company.path("/invitations"), Sent.body(" " + shouted + " ", "admin"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/code")).isEqualTo("conflict");
        Reply member = company.owner()
                .post(company.path("/invitations"), Sent.body(company.member().email(), "admin"));
        assertThat(member.status()).isEqualTo(409);
        sent.revokedBy(company.owner());
        assertThat(company.owner()
                        .post(company.path("/invitations"), Sent.body(sent.email(), "admin"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void to_revoke_what_is_revoked_changes_nothing() {
        Sent sent = Sent.to(company, People.newEmail());
        Reply once = sent.revokedBy(company.owner());
        assertThat(once.status()).isEqualTo(200);
        assertThat(once.at("/status")).isEqualTo("revoked");
        assertThat(sent.revokedBy(company.owner()).json()).isEqualTo(once.json());
    }

    @Test
    void who_has_not_verified_their_address_invites_nobody() {
        Person owner = Person.owner(server);
        String path = "/api/v1/tenants/" + owner.me().at("/tenant/id") + "/invitations";
        Reply reply = owner.post(path, Sent.body(People.newEmail(), "member"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("email_not_verified");
    }

    @Test
    void a_suspended_tenant_invites_nobody() {
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(
                        new TenantId(UUID.fromString(company.id())), TenantStatus.SUSPENDED));
        Reply reply = company.owner().post(company.path("/invitations"), Sent.body(People.newEmail(), "member"));
        assertThat(reply.status()).isIn(401, 403);
    }

    @Test
    void R8_2_3_nothing_but_address_and_role_is_taken_from_the_body() {
        String email = People.newEmail();
        Reply reply = company.owner()
                .post(company.path("/invitations"), """
                {"email":"%s","role":"member","id":"%s","status":"accepted","token":"mine","tenantId":"%s",
                 "expiresAt":"2030-01-01T00:00:00.000Z","invitedBy":null,"byOperator":true}""".formatted(email, UUID.randomUUID(), UUID.randomUUID()));
        assertThat(reply.at("/status")).isEqualTo("pending");
        assertThat(reply.at("/expiresAt")).startsWith("2026-01-08T");
        assertThat(reply.at("/invitedBy/email")).isEqualTo(company.owner().email());
        assertThat(People.mailedToken(server, email)).isNotEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.com\"}",
                "{\"role\":\"member\"}",
                "{\"email\":[\"a@example.com\"],\"role\":\"member\"}",
                "{\"email\":{},\"role\":\"member\"}",
                "{\"email\":\"a@example.com,b@example.com\",\"role\":\"member\"}",
                "{\"email\":\"a@example.com\\r\\nBcc: b@example.com\",\"role\":\"member\"}",
                "{\"email\":\"a\\u0000@example.com\",\"role\":\"member\"}",
                "{\"email\":\"a@example.com\",\"role\":\"root\"}",
                "{\"email\":\"a@example.com\",\"role\":\"OWNER\"}",
                "{\"email\":\"a@example.com\",\"role\":7}",
                "{\"email\":\"a@example.com\",\"role\":[\"member\"]}",
                "[]",
                "{\"email\":",
                "null"
            })
    void R_E6_what_is_no_invitation_is_400_and_sends_nothing(String body) {
        server.tenantry().deliverMail();
        assertThat(company.owner().post(company.path("/invitations"), body).status())
                .isEqualTo(400);
        assertThat(server.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void nobody_is_asked_about_invitations_without_signing_in() {
        String path = company.path("/invitations");
        assertThat(server.client().get(path).status()).isEqualTo(401);
        assertThat(server.client()
                        .post(path, Sent.body(People.newEmail(), "member"))
                        .status())
                .isEqualTo(401);
        assertThat(server.client().delete(path + "/" + UUID.randomUUID()).status())
                .isEqualTo(401);
    }

    private Person person(String role) {
        return switch (role) {
            case "owner" -> company.owner();
            case "admin" -> company.admin();
            default -> company.member();
        };
    }

    private static void assertNotFound(Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        JsonNode body = reply.json();
        assertThat(body.get("code").asText()).isEqualTo("not_found");
        assertThat(body.get("detail").asText()).isEqualTo("Not found");
        assertThat(body).hasSize(6);
    }

    private static Stream<String> emails(Reply reply) {
        return reply.json()
                .get("items")
                .valueStream()
                .map(one -> one.get("email").asText());
    }
}
