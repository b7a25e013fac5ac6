package io.tenantry.http.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailedInvitationRoutesTest {
    private static final String ACCEPT = "/api/v1/invitations/accept";

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
    void a_preview_tells_what_it_is_about_and_changes_nothing() {
        Sent sent = Sent.to(company, People.newEmail());
        Reply preview = sent.preview();
        assertThat(preview.json().fieldNames())
                .toIterable()
                .containsExactly("tenantName", "email", "role", "expiresAt", "accountExists");
        assertThat(preview.at("/tenantName")).isEqualTo("Company");
        assertThat(preview.at("/email")).isEqualTo(sent.email());
        assertThat(preview.at("/role")).isEqualTo("member");
        assertThat(preview.at("/accountExists")).isEqualTo("false");
        assertThat(sent.preview().json()).isEqualTo(preview.json());
        assertThat(Sent.to(company, People.verified(server)).preview().at("/accountExists"))
                .isEqualTo("true");
    }

    @Test
    void a_newcomer_gets_an_account_with_the_address_verified_and_is_signed_in() {
        Sent sent = Sent.by(company.owner(), company, People.newEmail(), "admin");
        Reply joined = sent.acceptedByNewcomer();
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.at("/user/email")).isEqualTo(sent.email());
        assertThat(joined.at("/user/emailVerified")).isEqualTo("true");
        assertThat(joined.at("/user/fullName")).isEqualTo("Grace Hopper");
        assertThat(joined.at("/tenant/id")).isEqualTo(company.id());
        assertThat(joined.at("/role")).isEqualTo("admin");
        assertThat(joined.headers()).doesNotContainKey("Set-Cookie");
        Person newcomer = new Person(server, sent.email(), joined.at("/accessToken"), joined.at("/refreshToken"));
        assertThat(newcomer.me().at("/tenant/id")).isEqualTo(company.id());
        assertThat(Person.signIn(server, sent.email()).isSignedIn()).isTrue();
    }

    @Test
    void a_newcomer_gets_cookies_where_they_ask() {
        Sent sent = Sent.to(company, People.newEmail());
        Reply joined = server.client().post(ACCEPT, sent.newcomer("\"session\":\"cookie\","));
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().has("accessToken")).isFalse();
        assertThat(joined.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(set).doesNotContain("Max-Age"));
        assertThat(server.client().get("/api/v1/me", "Cookie", cookies(joined)).at("/email"))
                .isEqualTo(sent.email());
    }

    @Test
    void a_newcomer_without_a_password_or_with_a_bad_one_hears_of_it_and_may_try_again() {
        Sent sent = Sent.to(company, People.newEmail());
        Reply without = sent.acceptedBySomebody();
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().at("/errors/password").isTextual()).isTrue();
        for (String bad : List.of("short", "password1", "my " + sent.email().split("@", 2)[0] + " is mine")) {
            Reply reply =
                    server.client().post(ACCEPT, "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(sent.token(), bad));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/password").isTextual()).isTrue();
        }
        assertThat(sent.acceptedByNewcomer().status()).isEqualTo(200);
    }

    @Test
    void who_is_signed_in_gets_tokens_of_the_same_session_in_the_tenant() {
        Person person = Person.verified(server);
        Sent sent = Sent.to(company, person.email());
        Reply joined = sent.acceptedBy(person);
        assertThat(joined.at("/tenant/id")).isEqualTo(company.id());
        assertThat(joined.at("/role")).isEqualTo("member");
        assertThat(person.get("/api/v1/me/sessions").json().get("items")).hasSize(1);
        Person there = new Person(server, person.email(), joined.at("/accessToken"), joined.at("/refreshToken"));
        assertThat(there.me().at("/tenant/id")).isEqualTo(company.id());
        assertThat(there.get(company.path("")).at("/role")).isEqualTo("member");
        assertThat(person.isSignedIn()).isTrue();
    }

    @Test
    void who_calls_by_cookie_gets_new_cookies_and_no_token() {
        String email = People.verified(server);
        Reply opened = server.client().post("/api/v1/session", """
                {"email":"%s","password":"%s","session":"cookie","rememberMe":true}""".formatted(email, People.PASSWORD));
        Reply joined = Sent.to(company, email).acceptedBySomebody("Cookie", cookies(opened));
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().has("accessToken")).isFalse();
        assertThat(joined.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(set).contains("Max-Age="));
        assertThat(server.client().get("/api/v1/me", "Cookie", cookies(joined)).at("/tenant/id"))
                .isEqualTo(company.id());
        assertThat(server.client()
                        .post("/api/v1/session/refresh", "{}", "Cookie", cookies(joined))
                        .at("/tenant/id"))
                .isEqualTo(company.id());
    }

    @Test
    void what_a_newcomer_would_give_is_passed_over_for_who_is_signed_in() {
        Person person = Person.verified(server);
        Sent sent = Sent.to(company, person.email());
        assertThat(person.post(ACCEPT, sent.newcomer("").replace(People.PASSWORD, "another horse battery"))
                        .status())
                .isEqualTo(200);
        assertThat(Person.signIn(server, person.email()).isSignedIn()).isTrue();
        assertThat(person.me().json().get("firstName").asText()).isEqualTo("Ada");
    }

    @Test
    void the_mail_proves_the_address_of_who_had_not_verified_it() {
        Person owner = Person.owner(server);
        assertThat(owner.me().at("/emailVerified")).isEqualTo("false");
        Sent.to(company, owner.email()).acceptedBy(owner);
        assertThat(owner.me().at("/emailVerified")).isEqualTo("true");
        assertThat(owner.me().json().get("memberships")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic YTpi", "Bearer ", "nonsense"})
    void a_token_that_does_not_hold_is_401_and_makes_nobody_a_newcomer(String header) {
        Sent sent = Sent.to(company, People.newEmail());
        Reply reply = server.client().post(ACCEPT, sent.newcomer(""), "Authorization", header);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(sent.preview().status()).isEqualTo(200);
    }

    @Test
    void so_are_the_cookies_of_a_session_that_is_over() {
        Person person = Person.verified(server);
        Sent sent = Sent.to(company, person.email());
        for (String cookie : List.of("tenantry_access=x", "tenantry_refresh=x")) {
            assertThat(sent.acceptedBySomebody("Cookie", cookie).status()).isEqualTo(401);
        }
        assertThat(sent.acceptedBySomebody("Cookie", "other=x").at("/code")).isEqualTo("account_exists");
    }

    @Test
    void R_CSRF_a_strange_page_cannot_make_its_visitor_join() {
        String email = People.verified(server);
        Reply opened = server.client().post("/api/v1/session", """
                {"email":"%s","password":"%s","session":"cookie"}""".formatted(email, People.PASSWORD));
        Sent sent = Sent.to(company, email);
        Reply reply =
                sent.acceptedBySomebody("Cookie", cookies(opened), "Sec-Fetch-Site", "cross-site", "Origin", "null");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("foreign_origin");
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertThat(server.client()
                            .postAs(type, ACCEPT, sent.tokenAlone().getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(415);
        }
        assertThat(sent.preview().status()).isEqualTo(200);
    }

    @Test
    void R6_4_1_the_token_of_an_invitation_is_random_works_once_and_for_seven_days() {
        Sent first = Sent.to(company, People.newEmail());
        Sent second = Sent.to(company, People.newEmail());
        Sent third = Sent.to(company, People.newEmail());
        assertThat(List.of(first.token(), second.token(), third.token()))
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).matches("[A-Za-z0-9_-]{43}"));
        assertThat(first.acceptedByNewcomer().status()).isEqualTo(200);
        assertThat(first.acceptedBy(Person.signIn(server, first.email())).status())
                .isEqualTo(400);
        server.tenantry().clock().advance(Invitation.LIFETIME.minusSeconds(1));
        assertThat(second.acceptedByNewcomer().status()).isEqualTo(200);
        server.tenantry().clock().advance(Duration.ofSeconds(1));
        Reply late = third.acceptedByNewcomer();
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.at("/code")).isEqualTo("invalid_token");
    }

    @Test
    void R9_2_2_no_other_token_serves_for_an_invitation_nor_it_for_another() {
        Sent sent = Sent.to(company, People.newEmail());
        String unverified = People.unverified(server);
        String verification = People.mailedToken(server, unverified);
        for (String other : List.of(
                verification, company.owner().accessToken(), company.owner().refreshToken())) {
            Sent forged = new Sent(company, sent.id(), sent.email(), other);
            assertThat(forged.preview().status()).isEqualTo(400);
            assertThat(forged.acceptedByNewcomer().status()).isEqualTo(400);
            assertThat(forged.decline().status()).isEqualTo(400);
        }
        assertThat(server.client()
                        .get("/api/auth/verify?token=" + sent.token(), "Accept", "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(server.client()
                        .get("/api/v1/me", "Authorization", "Bearer " + sent.token())
                        .status())
                .isEqualTo(401);
        assertThat(sent.preview().status()).isEqualTo(200);
    }

    @Test
    void R8_2_3_nothing_in_the_body_makes_more_of_an_invitation() {
        Sent sent = Sent.to(company, People.newEmail());
        Reply joined = server.client().post(ACCEPT, sent.newcomer("""
                "role":"owner","email":"%s","emailVerified":false,"operator":true,"tenantId":"%s","id":"%s",\
                """.formatted(
                        company.owner().email(), UUID.randomUUID(), UUID.randomUUID())));
        assertThat(joined.at("/role")).isEqualTo("member");
        assertThat(joined.at("/user/email")).isEqualTo(sent.email());
        assertThat(joined.at("/tenant/id")).isEqualTo(company.id());
        assertThat(server.client()
                        .get("/api/v1/me", "Authorization", "Bearer " + joined.at("/accessToken"))
                        .at("/operator"))
                .isEqualTo("false");
    }

    @Test
    void who_became_a_member_meanwhile_is_409() {
        Person person = Person.verified(server);
        Sent sent = Sent.to(company, person.email());
        company.join(person, Role.ADMIN);
        Reply reply = sent.acceptedBy(person);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/code")).isEqualTo("conflict");
    }

    @Test
    void into_a_suspended_tenant_nobody_is_let() {
        Sent sent = Sent.to(company, People.newEmail());
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(
                        new TenantId(UUID.fromString(company.id())), TenantStatus.SUSPENDED));
        assertThat(sent.preview().status()).isEqualTo(400);
        Reply reply = sent.acceptedByNewcomer();
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("tenant_suspended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":7}",
                "{\"token\":null}",
                "{\"token\":\"\"}",
                "{\"token\":[\"x\"]}",
                "{\"token\":{}}",
                "{\"token\":true}",
                "{\"token\":\"a\\u0000b\"}",
                "{\"token\":\"nobodys\"}",
                "{\"token\":\"\\ud800\"}",
                "{\"token\":\"x\",\"token\":\"y\"}",
                "[]",
                "7",
                "{"
            })
    void R2_2_1_what_is_no_token_is_400(String body) {
        for (String path : List.of("preview", "accept", "decline")) {
            assertThat(server.client().post("/api/v1/invitations/" + path, body).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\":7",
                "\"password\":[\"correct horse battery\"]",
                "\"firstName\":{}",
                "\"firstName\":\"a\\u0000b\"",
                "\"lastName\":[]",
                "\"session\":\"always\"",
                "\"session\":true"
            })
    void R2_2_1_nor_can_a_newcomer_be_made_of_other_than_text(String member) {
        Sent sent = Sent.to(company, People.newEmail());
        String body = "{\"token\":\"" + sent.token() + "\"," + member + "}";
        assertThat(server.client().post(ACCEPT, body).status()).isEqualTo(400);
        assertThat(sent.preview().at("/accountExists")).isEqualTo("false");
    }

    private static String cookies(Reply opened) {
        return "tenantry_access=" + opened.cookie("tenantry_access").orElseThrow() + "; tenantry_refresh="
                + opened.cookie("tenantry_refresh").orElseThrow();
    }
}
