package io.tenantry.user;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.domain.admin.FoundTenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers where not everybody may register. */
class SignupIT {

    private static final String OWNER = "owner@closed.example";

    @ParameterizedTest
    @CsvSource({"invite, 200", "operator, 403"})
    void strangers_are_refused_by_every_contract_and_who_is_invited_comes_in(String signup, int invited) {
        try (RunningTenantry tenantry = RunningTenantry.start(Map.of("TENANTRY_SIGNUP", signup))) {
            Api api = new Api(tenantry);
            strangersAreRefused(api);
            String owner = ownerMadeByAnOperator(tenantry, api);
            String tenant = api.get("/api/v1/me", owner).text("/tenant/id");

            Answer made = api.post(
                    "/api/v1/tenants/" + tenant + "/invitations",
                    owner,
                    json("email", "new@closed.example", "role", "member"));

            assertThat(made.status()).isEqualTo(201);
            String token = api.mailedToken("new@closed.example", "/invitations/accept");
            Answer accepted = api.post("/api/v1/invitations/accept", json("token", token, "password", Person.PASSWORD));
            assertThat(accepted.status()).isEqualTo(invited);
            assertThat(api.post("/api/v1/tenants", owner, json("name", "Another"))
                            .text("/code"))
                    .isEqualTo("signup_closed");
        }
    }

    private static void strangersAreRefused(Api api) {
        String person =
                json("email", "x@closed.example", "password", Person.PASSWORD, "confirmPassword", Person.PASSWORD);
        String django = json(
                "organization_name",
                "X",
                "email",
                "x@closed.example",
                "password",
                Person.PASSWORD,
                "password_confirm",
                Person.PASSWORD);
        assertThat(api.post("/api/auth/register", person).status()).isEqualTo(403);
        assertThat(api.post("/api/auth/register/", django).status()).isEqualTo(403);
        assertThat(api.post(
                                "/api/auth/register",
                                json(
                                        "tenantName",
                                        "Xx",
                                        "userEmail",
                                        "x@closed.example",
                                        "userPassword",
                                        Person.PASSWORD,
                                        "userFullName",
                                        "X Y",
                                        "tenantSlug",
                                        "xx"))
                        .status())
                .isIn(400, 403);
        assertThat(api.post(
                                "/api/tenants/register",
                                json("name", "X", "email", "x@closed.example", "password", Person.PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    /** As the command `tenant create` does: they get a mail by which they set a password. */
    private static String ownerMadeByAnOperator(RunningTenantry tenantry, Api api) {
        tenantry.tenantry()
                .useCases()
                .admin()
                .foundTenant()
                .found(new FoundTenant.Command(new TenantName("Closed"), Optional.empty(), EmailAddress.of(OWNER)));
        String token = api.mailedToken(OWNER, "/reset");
        assertThat(api.post(
                                "/api/auth/reset",
                                json("token", token, "password", Person.PASSWORD, "confirmPassword", Person.PASSWORD))
                        .status())
                .isEqualTo(200);
        return Person.known(api, OWNER).access();
    }
}
