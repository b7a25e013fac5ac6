package io.tenantry.http.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.Signup;
import io.tenantry.http.Authenticator;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantRoutesTest {
    private static final String ALL = "/api/v1/tenants";

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
    void who_makes_a_tenant_owns_it() {
        Person person = Person.verified(server);
        Reply created = person.post(ALL, "{\"name\":\" Acme & Söhne \",\"slug\":\"acme-sons\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).contains(ALL + "/" + created.at("/id"));
        assertThat(created.at("/name")).isEqualTo("Acme & Söhne");
        assertThat(created.at("/slug")).isEqualTo("acme-sons");
        assertThat(created.at("/status")).isEqualTo("active");
        assertThat(created.at("/contactEmail")).isEqualTo(person.email());
        assertThat(created.at("/plan")).isEqualTo("FREE");
        assertThat(created.json().get("quotaLimit").asInt()).isEqualTo(10_000);
        assertThat(created.at("/domain")).isEqualTo("acme-sons.localhost");
        assertThat(created.json().get("requireMfa").asBoolean(true)).isFalse();
        assertThat(created.at("/role")).isEqualTo("owner");
        assertThat(person.get(created.header("Location").orElseThrow()).json()).isEqualTo(created.json());
    }

    @Test
    void without_a_slug_one_is_made_from_the_name_and_a_taken_one_is_409() {
        Person person = Person.verified(server);
        assertThat(person.post(ALL, "{\"name\":\"Blue Sky\"}").at("/slug")).isEqualTo("blue-sky");
        assertThat(person.post(ALL, "{\"name\":\"Blue Sky\",\"slug\":null}").at("/slug"))
                .startsWith("blue-sky-");
        Reply taken = person.post(ALL, "{\"name\":\"Blue Sky\",\"slug\":\"blue-sky\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("/code")).isEqualTo("slug_taken");
    }

    @Test
    void who_has_not_verified_the_address_makes_none() {
        Reply refused = Person.owner(server).post(ALL, "{\"name\":\"Second\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/code")).isEqualTo("email_not_verified");
    }

    @Test
    void where_registration_is_by_invitation_members_make_no_tenants() {
        Policies closed = Policies.STANDARD.withRateLimits(false).withSignup(Signup.INVITE);
        try (TestServer invited = TestServer.setup().policies(closed).start()) {
            Reply refused = registeredBefore(invited).post(ALL, "{\"name\":\"Second\"}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/code")).isEqualTo("signup_closed");
        }
    }

    @Test
    void the_list_holds_all_tenants_of_the_caller_whatever_their_status() {
        Person person = Person.verified(server);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(person.post(ALL, "{\"name\":\"One of several\"}").at("/id"));
            server.tenantry().clock().advance(Duration.ofSeconds(1));
        }
        suspend(made.get(1));
        JsonNode first = person.get(ALL + "?limit=2").json();
        JsonNode last = person.get(
                        ALL + "?limit=2&cursor=" + first.get("nextCursor").asText())
                .json();
        assertThat(first.get("items").findValuesAsText("id")).isEqualTo(made.subList(0, 2));
        assertThat(first.at("/items/1/status").asText()).isEqualTo("suspended");
        assertThat(last.get("items").findValuesAsText("id")).isEqualTo(made.subList(2, 3));
        assertThat(last.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void what_is_absent_from_a_change_stays_as_it_is() {
        Company company = Company.in(server);
        JsonNode before = company.owner().get(company.path("")).json();
        Reply changed = company.admin().patch(company.path(""), "{\"contactEmail\":\" Office@Example.COM \"}");
        assertThat(changed.at("/contactEmail")).isEqualTo("Office@Example.COM");
        assertThat(changed.at("/role")).isEqualTo("admin");
        for (String kept :
                List.of("id", "number", "name", "slug", "status", "plan", "quotaLimit", "domain", "requireMfa")) {
            assertThat(changed.json().get(kept)).isEqualTo(before.get(kept));
        }
        assertThat(company.owner().patch(company.path(""), "{}").json().get("name"))
                .isEqualTo(before.get("name"));
        assertThat(company.member().get(company.path("")).at("/contactEmail")).isEqualTo("Office@Example.COM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":\" \"}",
                "{\"name\":7}",
                "{\"contactEmail\":null}",
                "{\"contactEmail\":\"\"}",
                "{\"contactEmail\":\"nobody\"}",
                "{\"contactEmail\":[\"a@example.com\"]}",
                "{\"contactEmail\":\"a@example.com,b@example.com\"}",
                "{\"contactEmail\":\"a@example.com\\r\\nBcc: b@example.com\"}",
                "{\"requireMfa\":null}",
                "{\"requireMfa\":\"true\"}",
                "{\"requireMfa\":1}"
            })
    void what_cannot_be_is_400_and_names_the_field(String body) {
        Company company = Company.in(server);
        Reply refused = company.owner().patch(company.path(""), body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("validation_failed");
        assertThat(refused.json().get("errors")).hasSize(1);
        assertThat(body).contains(refused.json().get("errors").fieldNames().next());
    }

    @Test
    void who_deletes_a_tenant_types_password_and_slug_again() {
        Company company = Company.in(server);
        assertThat(close(company, "wrong horse battery", company.slug())
                        .json()
                        .at("/errors/password")
                        .isTextual())
                .isTrue();
        assertThat(close(company, People.PASSWORD, "another")
                        .json()
                        .at("/errors/slug")
                        .isTextual())
                .isTrue();
        assertThat(close(company, People.PASSWORD, company.slug()).status()).isEqualTo(204);
        assertThat(company.member().get(company.path("")).at("/code")).isEqualTo("tenant_suspended");
        assertThat(company.member().get(ALL).at("/items/0/status")).isEqualTo("inactive");
        assertThat(company.owner().isSignedIn()).isFalse();
    }

    @Test
    void a_suspended_tenant_is_403_for_its_members_and_404_for_others() {
        Company company = Company.in(server);
        suspend(company.id());
        assertThat(company.owner().get(company.path("")).status())
                .as("of a token that names the tenant")
                .isEqualTo(401);
        for (String path : List.of("", "/members", "/domains", "/audit")) {
            Reply refused = company.admin().get(company.path(path));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/code")).isEqualTo("tenant_suspended");
            assertThat(Person.verified(server).get(company.path(path)).status()).isEqualTo(404);
        }
    }

    @Test
    void a_tenant_may_require_a_second_factor_of_its_members() {
        Company company = Company.in(server);
        Reply without = company.owner().patch(company.path(""), "{\"requireMfa\":true}");
        assertThat(without.at("/code")).isEqualTo("mfa_enrollment_required");
        Authenticator.of(company.owner());
        Reply required = company.owner().patch(company.path(""), "{\"requireMfa\":true}");
        assertThat(required.json().get("requireMfa").asBoolean()).isTrue();
        for (String path : List.of("", "/members", "/domains", "/audit")) {
            Reply refused = company.member().get(company.path(path));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/code")).isEqualTo("mfa_enrollment_required");
        }
        assertThat(company.member().get(ALL).at("/items/0/id")).isEqualTo(company.id());
        assertThat(Person.verified(server).get(company.path("")).status()).isEqualTo(404);
        assertThat(company.member().post(company.path("/leave"), null).status()).isEqualTo(204);
    }

    @Test
    void tokens_of_one_session_work_side_by_side_in_two_tenants() {
        Company company = Company.in(server);
        Person person = company.member();
        String second = person.post(ALL, "{\"name\":\"Second\"}").at("/id");
        Reply there = person.post("/api/v1/session/tenant", "{\"tenantId\":\"" + second + "\"}");
        Reply here = person.post("/api/v1/session/tenant", "{\"tenantId\":\"" + company.id() + "\"}");
        for (Reply tab : List.of(there, here)) {
            Person in = new Person(server, person.email(), tab.at("/accessToken"), tab.at("/refreshToken"));
            assertThat(in.me().at("/tenant/id")).isEqualTo(tab.at("/tenant/id"));
            assertThat(in.get(company.path("")).at("/role")).isEqualTo("member");
            assertThat(in.get(ALL + "/" + second).at("/role")).isEqualTo("owner");
            assertThat(in.get(ALL + "/" + second + "/audit").status()).isEqualTo(200);
            assertThat(in.get(company.path("/audit")).status()).isEqualTo(403);
        }
    }

    /** Somebody who came while registration was open. */
    private static Person registeredBefore(TestServer server) {
        String email = People.newEmail();
        UseCases open = UseCases.of(
                server.tenantry().ports(), Policies.STANDARD, server.tenantry().clock(), new SecureRandom());
        open.users()
                .registerUser()
                .register(new RegisterUser.Command(
                        EmailAddress.of(email), PersonName.NONE, new Password(People.PASSWORD), Device.UNKNOWN));
        server.client().get("/api/auth/verify?token=" + People.mailedToken(server, email));
        return Person.signIn(server, email);
    }

    private static Reply close(Company company, String password, String slug) {
        return company.owner().delete(company.path(""), """
                {"password":"%s","slug":"%s"}""".formatted(password, slug));
    }

    private static void suspend(String tenant) {
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(new TenantId(UUID.fromString(tenant)), TenantStatus.SUSPENDED));
    }
}
