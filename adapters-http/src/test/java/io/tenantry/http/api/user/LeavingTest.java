package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users may take with them, and that nothing of them stays. */
class LeavingTest {
    private static final String PASSWORD = "{\"password\":\"" + People.PASSWORD + "\"}";

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_export_holds_everything_that_is_kept() {
        Person person = Person.owner(server);
        person.patch("/api/v1/me", "{\"phone\":\"12345\",\"profile\":{\"preferences\":{\"a\":1}}}");
        person.put("/api/v1/me/avatar", "image/png", Pictures.png(300, 200));
        Reply export = person.get("/api/v1/me/export");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Disposition")).contains("attachment; filename=\"account.json\"");
        JsonNode all = export.json();
        assertThat(all.at("/user/email").asText()).isEqualTo(person.email());
        assertThat(all.at("/user/phone").asText()).isEqualTo("12345");
        assertThat(all.at("/profile/preferences")).hasToString("{\"a\":1}");
        assertThat(all.at("/avatar").asText()).startsWith("iVBOR");
        assertThat(all.at("/memberships/0/role").asText()).isEqualTo("owner");
        assertThat(all.at("/sessions")).isNotEmpty();
        assertThat(all.at("/events").findValuesAsText("action")).contains("account.registered", "account.updated");
    }

    @Test
    void R15_3_1_the_export_holds_no_secret() {
        Person person = Person.verified(server);
        assertThat(person.get("/api/v1/me/export").text())
                .doesNotContain(People.PASSWORD, person.accessToken(), person.refreshToken())
                .doesNotContainIgnoringCase("hash", "salt", "secret\"");
    }

    @Test
    void who_deletes_the_account_is_gone_on_every_contract() {
        Person person = Person.verified(server);
        Person elsewhere = person.again();
        assertThat(person.delete("/api/v1/me", PASSWORD).status()).isEqualTo(204);
        assertThat(person.me().status()).isEqualTo(401);
        assertThat(elsewhere.me().status()).isEqualTo(401);
        for (String path :
                new String[] {"/api/v1/session", "/api/auth/login", "/api/tenants/login", "/api/auth/token/"}) {
            Reply reply = server.client().post(path, People.credentials(person.email(), People.PASSWORD));
            assertThat(reply.status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"password\":\"wrong horse\"}", "{\"password\":7}", "{\"password\":null}"})
    void R7_5_1_nobody_deletes_an_account_without_its_password(String body) {
        Person person = Person.verified(server);
        Reply reply = person.delete("/api/v1/me", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/password").isTextual()).isTrue();
        assertThat(person.isSignedIn()).isTrue();
    }

    @Test
    void who_alone_owns_a_tenant_is_409() {
        Person owner = Person.owner(server);
        Reply reply = owner.delete("/api/v1/me", PASSWORD);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/code")).isEqualTo("last_owner");
        assertThat(owner.isSignedIn()).isTrue();
    }

    @Test
    void who_leaves_by_cookie_has_none_afterwards() {
        String email = People.verified(server);
        Reply opened = server.client().post("/api/v1/session", """
                        {"email":"%s","password":"%s","session":"cookie"}""".formatted(email, People.PASSWORD));
        String cookie = "tenantry_access=" + opened.cookie("tenantry_access").orElseThrow();
        Reply left = server.client()
                .send(
                        "DELETE",
                        "/api/v1/me",
                        PASSWORD.getBytes(StandardCharsets.UTF_8),
                        "Cookie",
                        cookie,
                        "Content-Type",
                        "application/json");
        assertThat(left.status()).isEqualTo(204);
        assertThat(left.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(set).contains("Max-Age=0"));
    }
}
