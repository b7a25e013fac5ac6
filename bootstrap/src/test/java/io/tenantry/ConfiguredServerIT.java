package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is configured has its effect on the server that is started with it. */
class ConfiguredServerIT {

    private static final String BREACHED = "tired crow tea spoon";

    @TempDir
    static Path folder;

    private static RunningTenantry running;
    private static Api api;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(BREACHED.getBytes(StandardCharsets.UTF_8));
        Path breached = folder.resolve("breached.txt");
        Files.writeString(breached, HexFormat.of().formatHex(sha1) + ":12\n");
        running = RunningTenantry.start(Map.of(
                "TENANTRY_BREACHED_PASSWORDS",
                breached.toString(),
                "TENANTRY_PUBLIC_URL",
                "https://accounts.example.com",
                "TENANTRY_WEBAUTHN_RP_ID",
                "example.com",
                "TENANTRY_OIDC_ACME_ID_ISSUER",
                "https://login.acme.example",
                "TENANTRY_OIDC_ACME_ID_CLIENT_ID",
                "id",
                "TENANTRY_OIDC_ACME_ID_CLIENT_SECRET",
                "secret",
                "TENANTRY_GITHUB_CLIENT_ID",
                "client-17",
                "TENANTRY_GITHUB_SECRET",
                "secret"));
        api = new Api(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void R6_2_12_a_password_that_is_known_from_a_breach_is_refused() {
        assertThat(registered(BREACHED).status()).isEqualTo(400);
        assertThat(registered(BREACHED + "s").status()).isEqualTo(201);
    }

    @Test
    void passkeys_are_for_the_configured_domain() {
        Answer asked = api.post("/api/v1/session/passkey/options", "{}");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().findValuesAsText("rpId")).containsExactly("example.com");
    }

    @Test
    void providers_are_shown_by_name_and_GitHub_is_visited_as_the_configured_client() {
        JsonNode shown = api.get("/api/v1/session/providers").json();
        Answer visit = api.post("/api/v1/session/social", Api.json("provider", "github"));

        assertThat(shown.findValuesAsText("name")).containsExactly("acme-id", "github");
        assertThat(shown.findValuesAsText("label")).containsExactly("Acme Id", "GitHub");
        assertThat(visit.status()).isBetween(200, 201);
        assertThat(visit.json().toString())
                .contains("https://github.com/login/oauth/authorize", "client_id=client-17")
                .contains("https%3A%2F%2Faccounts.example.com%2F")
                .doesNotContain("secret");
    }

    @Test
    void a_security_log_that_cannot_be_written_stops_the_start() {
        Map<String, String> settings = Map.of(
                "TENANTRY_SECURITY_LOG", folder.resolve("no/such/folder.log").toString());

        assertThatThrownBy(() -> RunningTenantry.start(settings))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("TENANTRY_SECURITY_LOG=");
    }

    private static Answer registered(String password) {
        return api.post(
                "/api/tenants/register",
                Api.json("name", "Acme", "email", Api.fresh("ada-") + "@acme.example", "password", password));
    }
}
