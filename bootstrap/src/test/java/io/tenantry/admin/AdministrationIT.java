package io.tenantry.admin;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.tenant.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators of the installation do, over HTTP, on a real database. */
class AdministrationIT {

    private final Api api = new Api();
    private final Company company = Company.founded(api);
    private final Person person = Person.verified(api);
    private String operator;

    /** The rights work only in a session that was opened with a second factor. */
    @BeforeEach
    void an_operator_signs_in_with_two_factors() {
        Person.Generator generator = person.setUpGenerator(person.access());
        RunningTenantry.shared()
                .tenantry()
                .useCases()
                .users()
                .appointOperator()
                .appoint(new AppointOperator.Command(EmailAddress.of(person.email()), true));
        String mfaToken = person.signIn().text("/mfaToken");
        operator = api.post("/api/v1/session/mfa", json("mfaToken", mfaToken, "code", generator.code(0)))
                .text("/accessToken");
    }

    @Test
    void who_is_no_operator_is_refused() {
        for (String path : new String[] {"tenants", "users", "audit", "stats"}) {
            Answer answer = api.get("/api/v1/admin/" + path, company.owner().access());
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.text("/code")).as(path).isEqualTo("forbidden");
            assertThat(api.get("/api/v1/admin/" + path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void a_suspended_tenants_tokens_stop_at_once_and_work_again_when_it_is_active() {
        String access = company.owner().access();
        assertThat(status("suspended")).isEqualTo(200);
        assertThat(api.get("/api/v1/me", access).status()).isEqualTo(401);
        assertThat(status("active")).isEqualTo(200);
        assertThat(api.get("/api/v1/me", access).status()).isEqualTo(200);
    }

    @Test
    void a_closed_tenant_is_restored() {
        String slug = api.get(company.path(""), company.owner().access()).text("/slug");
        api.send("DELETE", company.path(""), company.owner().access(), json("password", Person.PASSWORD, "slug", slug));

        Answer restored = api.post("/api/v1/admin/tenants/" + company.id() + "/restore", operator, "{}");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(api.get(company.path(""), company.owner().access()).text("/status"))
                .isEqualTo("active");
    }

    @Test
    void R7_4_2_a_disabled_users_tokens_stop_at_once_and_they_cannot_sign_in() {
        Person other = Person.verified(api);
        String access = other.access();
        String id = api.get("/api/v1/me", access).text("/id");

        assertThat(api.send("PATCH", "/api/v1/admin/users/" + id, operator, "{\"disabled\":true}")
                        .status())
                .isEqualTo(200);

        assertThat(api.get("/api/v1/me", access).status()).isEqualTo(401);
        assertThat(other.signIn().text("/code")).isEqualTo("account_disabled");
        assertThat(other.signIn(api, "wrong horse battery").status()).isEqualTo(401);
        api.send("PATCH", "/api/v1/admin/users/" + id, operator, "{\"disabled\":false}");
        assertThat(other.signIn().status()).isEqualTo(200);
    }

    @Test
    void everybody_is_found_by_the_beginning_of_a_word_and_every_look_is_in_the_audit() {
        String email = company.owner().person().email();
        String word = email.substring(0, email.indexOf('@'));

        Answer found = api.get("/api/v1/admin/users?query=" + word, operator);

        assertThat(found.json().at("/items")).hasSize(1);
        assertThat(found.text("/items/0/email")).isEqualTo(email);
        JsonNode audit = api.get("/api/v1/admin/audit?action=admin.searched_users", operator)
                .json()
                .at("/items");
        assertThat(audit).isNotEmpty();
        assertThat(audit.get(0).at("/actor/type").textValue()).isEqualTo("operator");
        assertThat(audit.get(0).at("/actor/label").textValue()).isEqualTo(person.email());
    }

    @Test
    void R6_4_6_a_reset_by_an_operator_is_a_mail_to_its_user_and_no_password() {
        Person other = Person.verified(api);
        String id = api.get("/api/v1/me", other.access()).text("/id");

        Answer sent =
                api.post("/api/v1/admin/users/" + id + "/password-reset", operator, "{\"password\":\"chosen by me\"}");

        assertThat(sent.status()).isIn(200, 202, 204);
        assertThat(api.mailedToken(other.email(), "/reset")).isNotBlank();
        assertThat(other.signIn().status()).isEqualTo(200);
    }

    private int status(String status) {
        return api.send("PATCH", "/api/v1/admin/tenants/" + company.id(), operator, json("status", status))
                .status();
    }
}
