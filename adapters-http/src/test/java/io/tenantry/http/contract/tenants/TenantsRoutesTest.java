package io.tenantry.http.contract.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsRoutesTest {
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
    void a_registration_answers_with_the_tenant_and_a_token_that_works() {
        String email = People.newEmail();
        Reply reply = register("Test Company", email, "Password123!");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/message")).isEqualTo("Tenant registered successfully");
        assertThat(reply.json().at("/data/tenant/id").isIntegralNumber()).isTrue();
        assertThat(reply.at("/data/tenant/name")).isEqualTo("Test Company");
        assertThat(reply.at("/data/tenant/email")).isEqualTo(email);
        assertThat(reply.at("/data/tenant/status")).isEqualTo("active");
        assertThat(reply.at("/data/tenant/created_at")).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(reply.at("/data/auth/tokenType")).isEqualTo("Bearer");
        assertThat(reply.at("/data/auth/expiresIn")).isEqualTo("1h");
        Reply me = server.client().get("/api/v1/me", "Authorization", "Bearer " + reply.at("/data/auth/accessToken"));
        assertThat(me.at("/email")).isEqualTo(email);
        assertThat(me.at("/role")).isEqualTo("owner");
    }

    @Test
    void an_answer_with_a_token_is_kept_by_no_cache() {
        assertThat(register("Company", People.newEmail(), People.PASSWORD).header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void every_missing_field_is_named() {
        Reply reply = server.client().post("/api/tenants/register", "{}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).isEqualTo("Validation error");
        assertThat(reply.at("/errors/name")).isEqualTo("Name is required");
        assertThat(reply.at("/errors/email")).isEqualTo("Email is required");
        assertThat(reply.at("/errors/password")).isEqualTo("Password is required");
    }

    @Test
    void a_widely_used_password_is_too_weak() {
        Reply reply = register("Company", People.newEmail(), "password1");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/password")).isEqualTo("Password is too weak");
    }

    @Test
    void a_password_with_the_companys_name_is_too_weak() {
        Reply reply = register("Umbrella", People.newEmail(), "my-UMBRELLA-77");
        assertThat(reply.at("/errors/password")).isEqualTo("Password is too weak");
    }

    @Test
    void an_email_that_is_taken_is_409_in_any_case_and_spacing() {
        String email = People.owner(server);
        Reply reply = register("Other", "  " + email.toUpperCase(java.util.Locale.ROOT) + " ", People.PASSWORD);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text()).isEqualTo("{\"success\":false,\"message\":\"Tenant already exists with this email\"}");
    }

    @Test
    void a_name_that_is_taken_is_none_of_anybodys_business() {
        register("Twins", People.newEmail(), People.PASSWORD);
        assertThat(register("Twins", People.newEmail(), People.PASSWORD).status())
                .isEqualTo(201);
    }

    @Test
    void fields_that_would_raise_rights_do_nothing() {
        Reply reply = server.client().post("/api/tenants/register", """
                        {"name":"Company","email":"%s","password":"%s","id":77,"status":"suspended","role":"admin",
                        "emailVerified":true,"tenantId":"0199c1de-7a5f-7b11-8f0e-5d2c4b6a7980","operator":true}""".formatted(People.newEmail(), People.PASSWORD));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/data/tenant/status")).isEqualTo("active");
        assertThat(reply.at("/data/tenant/id")).isNotEqualTo("77");
        Reply me = server.client().get("/api/v1/me", "Authorization", "Bearer " + reply.at("/data/auth/accessToken"));
        assertThat(me.json().at("/emailVerified").asBoolean()).isFalse();
        assertThat(me.at("/role")).isEqualTo("owner");
    }

    @Test
    void a_login_answers_with_the_tenant_and_a_token() {
        String email = People.owner(server);
        Reply reply = login(email, People.PASSWORD);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/message")).isEqualTo("Login successful");
        assertThat(reply.at("/data/tenant/email")).isEqualTo(email);
        assertThat(reply.at("/data/auth/expiresIn")).isEqualTo("1h");
    }

    @Test
    void an_unknown_email_and_a_wrong_password_are_told_alike() {
        Reply unknown = login(People.newEmail(), People.PASSWORD);
        Reply wrong = login(People.owner(server), "not the password");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo("{\"success\":false,\"message\":\"Invalid email or password\"}");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.headers().keySet()).isEqualTo(unknown.headers().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.com\"}",
                "{\"password\":\"correct horse battery\"}",
                "{\"email\":\" \",\"password\":\"correct horse battery\"}",
                "{\"email\":\"a@example.com\",\"password\":\"\"}",
                "{\"email\":\"a@example.com\",\"password\":\"   \"}",
                "{\"email\":null,\"password\":null}",
                "{\"email\":[],\"password\":\"correct horse battery\"}",
                "{\"email\":\"a@example.com\",\"password\":12345678}"
            })
    void a_login_without_email_or_password_is_400(String body) {
        Reply reply = server.client().post("/api/tenants/login", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("{\"success\":false,\"message\":\"Email and password are required\"}");
    }

    @Test
    void what_is_no_address_is_nobodys() {
        assertThat(login("nobody", People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void a_nul_in_a_password_is_400_and_never_a_sign_in() {
        Reply reply = server.client()
                .post("/api/tenants/login", People.credentials(People.owner(server), People.PASSWORD + "\\u0000"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).isEqualTo("Validation error");
    }

    @Test
    void eight_spaces_may_be_a_password() {
        String email = People.newEmail();
        assertThat(register("Company", email, "        ").status()).isEqualTo(201);
        assertThat(login(email, "        ").status()).isEqualTo(200);
        assertThat(login(email, "         ").status()).isEqualTo(401);
    }

    @Test
    void who_has_no_tenant_has_no_account_here() {
        assertThat(login(People.verified(server), People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void a_tenant_that_is_not_the_users_is_404() {
        String email = People.owner(server);
        Reply reply = server.client().post("/api/tenants/login", """
                        {"email":"%s","password":"%s","tenant":"no-such-tenant"}""".formatted(email, People.PASSWORD));
        assertThat(reply.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "INACTIVE"})
    void a_tenant_that_is_closed_is_told_only_to_who_knows_the_password(TenantStatus status) {
        String email = People.newEmail();
        register("Closed " + status, email, People.PASSWORD);
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(
                        new Slug("closed-" + status.name().toLowerCase(java.util.Locale.ROOT)), status));
        Reply right = login(email, People.PASSWORD);
        assertThat(right.status()).isEqualTo(403);
        assertThat(right.at("/message")).isEqualTo("Tenant account is suspended or inactive");
        assertThat(login(email, "not the password").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"PT1H,1h", "PT15M,15m", "PT90S,90s", "PT24H,24h"})
    void the_lifetime_is_told_in_the_largest_unit_that_fits(Duration lifetime, String words) {
        TokenPolicy standard = TokenPolicy.STANDARD;
        TokenPolicy policy =
                new TokenPolicy(lifetime, standard.idle(), standard.remembered(), standard.maximum(), standard.grace());
        Policies policies = Policies.STANDARD.withTokens(policy);
        try (TestServer other = TestServer.setup().policies(policies).start()) {
            Reply reply =
                    other.client().post("/api/tenants/login", People.credentials(People.owner(other), People.PASSWORD));
            assertThat(reply.at("/data/auth/expiresIn")).isEqualTo(words);
        }
    }

    @Test
    void where_every_address_must_be_verified_nobody_is_signed_in_at_once() {
        Policies policies = Policies.STANDARD.withEmailVerification(EmailVerification.ALWAYS);
        try (TestServer strict = TestServer.setup().policies(policies).start()) {
            String email = People.newEmail();
            Reply registered = strict.client().post("/api/tenants/register", """
                            {"name":"Company","email":"%s","password":"%s"}""".formatted(email, People.PASSWORD));
            assertThat(registered.status()).isEqualTo(201);
            assertThat(registered.json().at("/data").has("auth")).isFalse();
            Reply login = strict.client().post("/api/tenants/login", People.credentials(email, People.PASSWORD));
            assertThat(login.status()).isEqualTo(403);
            assertThat(login.at("/message")).isEqualTo("Email not verified");
        }
    }

    private static Reply register(String name, String email, String password) {
        return server.client().post("/api/tenants/register", """
                        {"name":"%s","email":"%s","password":"%s"}""".formatted(name, email, password));
    }

    private static Reply login(String email, String password) {
        return server.client().post("/api/tenants/login", People.credentials(email, password));
    }
}
