package io.tenantry;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.database.ExternalPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database and the logs hold after a whole life of an account: no secret of it. */
class SecretsNowhereIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** Shorter beginnings would be found by chance. */
    private static final int TELLING = 12;

    @TempDir
    Path folder;

    @TempDir
    Path cluster;

    private final List<String> secrets = new ArrayList<>();
    private Api api;

    @Test
    void R16_2_5_neither_a_dump_of_the_database_nor_a_log_holds_a_password_code_token_or_key() throws IOException {
        Path securityLog = folder.resolve("security.log");
        try (ExternalPostgres postgres = ExternalPostgres.start(cluster)) {
            postgres.execute("create role kept login password 'kept-password'", "create database kept owner kept");
            Map<String, String> settings = Map.of(
                    "PORT",
                    "0",
                    "TENANTRY_BCRYPT_COST",
                    "4",
                    "DATABASE_URL",
                    postgres.url("kept", "kept-password", "kept"),
                    "TENANTRY_SECRET",
                    SECRET,
                    "TENANTRY_SECURITY_LOG",
                    securityLog.toString());
            try (ServerJar server = ServerJar.serve(folder, settings)) {
                api = new Api(server.uri(), new SentMails(folder.resolve(".tenantry/mail")));
                liveThroughEverything();
            }
            String dump = DatabaseDump.of(postgres.superuserUrl("kept"));
            String logs = Files.readString(folder.resolve("serve.log")) + Files.readString(securityLog);

            assertThat(dump).contains("@people.example");
            assertThat(logs).contains("session.sign_in").doesNotContain("@people.example");
            assertThat(secrets).hasSizeGreaterThan(20).allSatisfy(secret -> {
                assertAbsent(dump, secret);
                assertAbsent(logs, secret);
            });
        }
    }

    private void liveThroughEverything() {
        Person ada = Person.verified(api);
        secrets.add(Person.PASSWORD);
        String access = session(ada.signIn());
        Person.Generator generator = ada.setUpGenerator(access);
        secrets.add(generator.secret());
        secrets.addAll(generator.recoveryCodes());
        Answer challenge = ada.signIn();
        secrets.add(challenge.text("/mfaToken"));
        api.post("/api/v1/session/mfa", json("mfaToken", challenge.text("/mfaToken"), "code", "000000"));
        Answer in = api.post(
                "/api/v1/session/mfa", json("mfaToken", challenge.text("/mfaToken"), "code", generator.code(0)));
        session(in);
        Answer refreshed = api.post("/api/v1/session/refresh", json("refreshToken", in.text("/refreshToken")));
        String newest = session(refreshed);
        ada.signIn(api, "a wrong password, typed by mistake");
        secrets.add("a wrong password, typed by mistake");
        forgetAndReset(ada);
        changeAddress(newest, generator);
    }

    private void forgetAndReset(Person ada) {
        api.post("/api/auth/forgot", json("email", ada.email()));
        String token = api.mailedToken(ada.email(), "/reset");
        secrets.add(token);
        secrets.add("another horse battery");
        String next = "another horse battery";
        assertThat(api.post("/api/auth/reset", json("token", token, "password", next, "confirmPassword", next))
                        .status())
                .isEqualTo(200);
    }

    private void changeAddress(String dead, Person.Generator generator) {
        assertThat(api.get("/api/v1/me", dead).status()).isEqualTo(401);
        Person grace = Person.owner(api);
        secrets.add(api.mailedToken(grace.email(), "/verify"));
        String access = session(grace.signIn());
        String next = Api.fresh("moved-") + "@people.example";
        api.post("/api/v1/me/email", access, json("newEmail", next, "password", Person.PASSWORD));
        secrets.add(api.mailedToken(next, "/confirm-email"));
        secrets.add(generator.code(1));
    }

    private String session(Answer signedIn) {
        secrets.add(signedIn.text("/accessToken"));
        secrets.add(signedIn.text("/refreshToken"));
        return signedIn.text("/accessToken");
    }

    /** As it is, as it begins, in base64 and in hexadecimal digits. Six digits are found in any text by chance. */
    private static void assertAbsent(String text, String secret) {
        if (secret.length() < TELLING) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        boolean isToken = secret.startsWith("eyJ");
        String beginning = isToken ? secret.substring(secret.length() - TELLING) : secret.substring(0, TELLING);
        assertThat(text.contains(beginning)).as(beginning).isFalse();
        assertThat(text.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                .isFalse();
        assertThat(text.contains(HexFormat.of().formatHex(bytes))).isFalse();
    }
}
