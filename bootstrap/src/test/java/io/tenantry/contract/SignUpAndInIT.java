package io.tenantry.contract;

import static io.tenantry.contract.Api.PASSWORD;
import static io.tenantry.contract.Api.fresh;
import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api.Answer;
import org.junit.jupiter.api.Test;

/** A company signs up and in by each of the contracts, on the whole server with a real database. */
class SignUpAndInIT {

    private final Api api = new Api();

    @Test
    void by_the_tenants_contract() {
        String email = fresh("owner-") + "@acme.example";

        Answer registered = api.post(
                "/api/tenants/register", json("name", "Test Company", "email", email, "password", "Password123!"));
        Answer in = api.post("/api/tenants/login", json("email", email, "password", "Password123!"));

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.json().at("/data/tenant/id").isIntegralNumber()).isTrue();
        assertThat(registered.text("/data/tenant/status")).isEqualTo("active");
        assertThat(registered.text("/data/auth/expiresIn")).isEqualTo("1h");
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().at("/data/tenant")).isEqualTo(registered.json().at("/data/tenant"));
        assertThat(api.get("/api/v1/me", registered.text("/data/auth/accessToken"))
                        .text("/email"))
                .isEqualTo(email);
        assertThat(api.get("/api/v1/me", in.text("/data/auth/accessToken")).text("/role"))
                .isEqualTo("owner");
    }

    @Test
    void by_the_stockshift_contract() {
        String slug = fresh("stock-");
        String email = "admin@" + slug + ".example";

        Answer registered = api.post(
                "/api/auth/register",
                json(
                        "tenantName",
                        "My Company",
                        "tenantSlug",
                        slug,
                        "userFullName",
                        "John van Doe",
                        "userEmail",
                        email,
                        "userPassword",
                        "securePassword123"));
        Answer in = api.post("/api/auth/login", json("email", email, "password", "securePassword123"));
        String refreshToken = in.text("/data/refreshToken");
        Answer refreshed = api.post("/api/auth/refresh", json("refreshToken", refreshToken));
        Answer again = api.post("/api/auth/refresh", json("refreshToken", refreshToken));
        Answer out = api.post("/api/auth/logout", json("refreshToken", refreshToken));

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.text("/data/tenantSlug")).isEqualTo(slug);
        assertThat(in.text("/data/fullName")).isEqualTo("John van Doe");
        assertThat(in.json().at("/data/expiresIn").longValue()).isEqualTo(3_600_000);
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(again.status()).as("the refresh token stays valid").isEqualTo(200);
        assertThat(out.text("/message")).isEqualTo("Logged out successfully");
        assertThat(api.post("/api/auth/refresh", json("refreshToken", refreshToken))
                        .status())
                .isEqualTo(401);
        assertThat(api.get("/api/v1/me", in.text("/data/accessToken")).status())
                .as("an ended session's access token")
                .isEqualTo(401);
    }

    @Test
    void by_the_statuswatch_contract() {
        String name = fresh("Status ");
        String email = fresh("ada-") + "@status.example";

        Answer registered = api.post(
                "/api/auth/register/",
                json("organization_name", name, "email", email, "password", PASSWORD, "password_confirm", PASSWORD));
        Answer in = api.post("/api/auth/token/", json("email", email, "password", PASSWORD));
        Answer me = api.get("/api/auth/me/", in.text("/access"));
        Answer refreshed = api.post("/api/auth/token/refresh/", json("refresh", in.text("/refresh")));
        Answer out = api.post("/api/auth/logout/", json("refresh", refreshed.text("/refresh")));

        String slug = registered.text("/organization/slug");
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.text("/organization/schema")).isEqualTo("tenant_" + slug.replace('-', '_'));
        assertThat(registered.text("/organization/domain")).isEqualTo(slug + ".localhost");
        assertThat(registered.text("/user/role")).isEqualTo("owner");
        assertThat(me.text("/organization/name")).isEqualTo(name);
        assertThat(refreshed.text("/refresh")).isNotEqualTo(in.text("/refresh"));
        assertThat(out.status()).isEqualTo(200);
        assertThat(api.get("/api/auth/me/", refreshed.text("/access")).status()).isEqualTo(401);
    }

    @Test
    void by_the_frontend_auth_contract_with_the_mails_read() {
        String email = fresh("user-") + "@front.example";

        Answer registered = api.post(
                "/api/auth/register",
                json(
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "confirmPassword",
                        PASSWORD));
        Answer tooEarly = api.post("/api/auth/login", json("email", email, "password", PASSWORD));
        Answer verified = api.get("/api/auth/verify?token=" + api.mailedToken(email, "/verify"));
        Answer in = api.post("/api/auth/login", json("email", email, "password", PASSWORD));
        Answer forgot = api.post("/api/auth/forgot", json("email", email));
        String resetToken = api.mailedToken(email, "/reset");
        Answer reset = api.post(
                "/api/auth/reset",
                json("token", resetToken, "password", "another good one", "confirmPassword", "another good one"));

        assertThat(registered.status()).isEqualTo(201);
        assertThat(tooEarly.status()).isEqualTo(403);
        assertThat(tooEarly.text("/message")).isEqualTo("Email not verified");
        assertThat(verified.status()).isEqualTo(200);
        assertThat(in.text("/user/firstName")).isEqualTo("Ada");
        assertThat(forgot.status()).isEqualTo(200);
        assertThat(reset.status()).isEqualTo(200);
        assertThat(api.get("/api/v1/me", in.text("/token")).status())
                .as("every session ends")
                .isEqualTo(401);
        assertThat(api.post("/api/auth/login", json("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(api.post("/api/auth/login", json("email", email, "password", "another good one"))
                        .status())
                .isEqualTo(200);
        assertThat(api.post(
                                "/api/auth/reset",
                                json(
                                        "token",
                                        resetToken,
                                        "password",
                                        "a third good one",
                                        "confirmPassword",
                                        "a third good one"))
                        .status())
                .as("a reset token works once")
                .isEqualTo(400);
    }

    @Test
    void by_the_native_api() {
        String email = fresh("native-") + "@acme.example";
        api.post("/api/tenants/register", json("name", fresh("Native "), "email", email, "password", PASSWORD));

        Answer in = api.post("/api/v1/session", json("email", email, "password", PASSWORD));
        Answer me = api.get("/api/v1/me", in.text("/accessToken"));
        Answer refreshed = api.post("/api/v1/session/refresh", json("refreshToken", in.text("/refreshToken")));
        Answer out = api.delete("/api/v1/session", refreshed.text("/accessToken"));

        assertThat(in.json().at("/expiresIn").intValue()).isEqualTo(3600);
        assertThat(me.json().at("/tenant")).isEqualTo(in.json().at("/tenant"));
        assertThat(me.json().at("/memberships")).hasSize(1);
        assertThat(out.status()).isEqualTo(204);
        assertThat(api.get("/api/v1/me", in.text("/accessToken")).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/session/refresh", json("refreshToken", refreshed.text("/refreshToken")))
                        .status())
                .isEqualTo(401);
    }
}
